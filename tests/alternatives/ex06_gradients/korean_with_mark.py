"""Korean comments, a byte order mark, and Windows line ends."""

import torch


def manual_gradients(X, y, weight, bias):
    오차 = X @ weight + bias - y  # 예측 - 정답
    배율 = 2 / 오차.numel()
    return 배율 * (X.T @ 오차), 배율 * torch.sum(오차, dim=0)


if __name__ == "__main__":
    print("직접 구한 기울기")
