"""CRLF line ends, and a demo at the bottom that runs on import."""

import torch


def predict_new(samples, weight, bias):
    with torch.no_grad():
        X = torch.as_tensor(samples, dtype=torch.float32)
        if X.ndim == 1:
            X = X.expand(1, -1)
        return X @ weight + bias


w = torch.tensor([[20.0]], requires_grad=True)
b = torch.zeros(1, requires_grad=True)
print("5 hours:", predict_new([5], w, b).item())
print(predict_new([[1], [2], [3]], w, b))
