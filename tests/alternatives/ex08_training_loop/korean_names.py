"""한국어 이름과 주석: names and comments are Korean."""

import torch


def 평균제곱오차(예측, 정답):
    return torch.mean((예측 - 정답) ** 2)


def train(입력, 정답, 가중치, 편향, 학습률, 반복수, log_every=100):
    기록 = []
    for 반복 in range(1, 반복수 + 1):
        # 예측하고 오차를 잰다
        오차 = 평균제곱오차(입력 @ 가중치 + 편향, 정답)
        기록.append(오차.item())
        # 기울기를 구해서 파라미터를 옮기고 비운다
        오차.backward()
        for 값 in (가중치, 편향):
            값.data -= 학습률 * 값.grad
            값.grad = None
        if (반복 - 1) % log_every == 0 or 반복 == 반복수:
            print("남은 반복:", 반복수 - 반복)
            print(f"{반복}/{반복수} loss = {기록[-1]:.5f}")
    return 가중치, 편향, 기록
