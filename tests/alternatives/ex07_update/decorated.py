"""The whole function runs without recording, by a decorator; zeros replace the gradients."""

import torch


@torch.no_grad()
def update(weight, bias, lr):
    for parameter in (weight, bias):
        parameter.sub_(parameter.grad, alpha=lr)
        parameter.grad = torch.zeros_like(parameter)
    return weight, bias
