"""The gradients are set to zero before they are returned, so only zeros arrive.

Advice: `weight.grad` and the tensor you return are the same tensor. What happens to one when the
other is zeroed in place?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    grad_weight, grad_bias = weight.grad, bias.grad
    weight.grad.zero_()
    bias.grad.zero_()
    return grad_weight, grad_bias
