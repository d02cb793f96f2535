"""The slope of the loss is pulled back through the prediction alone."""

import torch


def autograd_gradients(X, y, weight, bias):
    pred = X @ weight + bias
    slope = 2 * (pred.detach() - y) / y.numel()
    grad_weight, grad_bias = torch.autograd.grad(pred, (weight, bias), grad_outputs=slope)
    return grad_weight, grad_bias
