"""Korean names and comments."""

import torch


def autograd_gradients(입력, 정답, 가중치, 편향):
    # 이전 호출에서 남은 기울기를 먼저 지운다
    가중치.grad = None
    편향.grad = None
    예측 = 입력 @ 가중치 + 편향
    손실 = torch.mean((예측 - 정답) ** 2)
    손실.backward()
    print(f"손실: {손실.item():.3f}")
    return 가중치.grad, 편향.grad
