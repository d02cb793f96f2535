"""Korean names and comments, in a file that begins with a byte order mark."""

import torch


def 행렬로(표본):
    # 표본이 하나면 행이 하나인 행렬로 만든다
    텐서 = torch.as_tensor(표본, dtype=torch.float32)
    return 텐서 if 텐서.ndim == 2 else 텐서.unsqueeze(0)


def predict_new(표본, 가중치, 편향):
    with torch.no_grad():  # 학습이 아니므로 기록하지 않는다
        return 행렬로(표본) @ 가중치 + 편향
