"""Old gradients are set aside during the call and put back at its end."""

import torch


def autograd_gradients(X, y, weight, bias):
    kept = weight.grad, bias.grad
    weight.grad, bias.grad = None, None
    try:
        torch.mean((X @ weight + bias - y) ** 2).backward()
        return weight.grad, bias.grad
    finally:
        weight.grad, bias.grad = kept
