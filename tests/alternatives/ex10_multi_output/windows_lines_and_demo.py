"""CRLF line ends, and a demo at the bottom that trains and prints on import."""

import torch


def fit(features, targets, lr, epochs):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.randn(y.shape[1], requires_grad=True)
    history = []
    for _ in range(epochs):
        loss = torch.mean((X @ weight + bias - y) ** 2)
        history.append(loss.item())
        loss.backward()
        weight = torch.sub(weight, weight.grad, alpha=lr).detach_().requires_grad_()
        bias = torch.sub(bias, bias.grad, alpha=lr).detach_().requires_grad_()
    return weight, bias, history


torch.manual_seed(1)
w, b, losses = fit([[73, 67, 43], [91, 88, 64], [87, 134, 58]], [[56, 70], [81, 101], [119, 133]], 0.00001, 20)
print("loss", losses[0], "->", losses[-1])
