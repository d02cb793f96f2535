"""Cleared on entry, and cleared again after the gradients were copied."""

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = bias.grad = None
    pred = torch.matmul(X, weight) + bias
    loss = ((pred - y) ** 2).mean()
    loss.backward()
    result = weight.grad.clone(), bias.grad.clone()
    weight.grad = bias.grad = None
    return result
