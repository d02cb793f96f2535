"""Lines end as on Windows, and demo code stands behind the main guard."""

import torch


def autograd_gradients(X, y, weight, bias):
    loss = torch.mean((X @ weight + bias - y) ** 2)
    grads = torch.autograd.grad(loss, (weight, bias))
    return grads[0], grads[1]


if __name__ == "__main__":
    w = torch.randn(1, 1, requires_grad=True)
    b = torch.randn(1, requires_grad=True)
    print(autograd_gradients(torch.ones(3, 1), torch.ones(3, 1), w, b))
