"""The parameters are changed: an update was made as well.

Advice: This function only measures the slope. The step comes in the next exercises.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    grad_weight, grad_bias = weight.grad, bias.grad
    weight.data = weight.data - 0.01 * grad_weight
    bias.data = bias.data - 0.01 * grad_bias
    return grad_weight, grad_bias
