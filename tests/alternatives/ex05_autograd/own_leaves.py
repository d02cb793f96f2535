"""The gradients are taken on detached copies, made anew at each call."""

import torch


def autograd_gradients(X, y, weight, bias):
    w = weight.detach().clone().requires_grad_()
    b = bias.detach().clone().requires_grad_(True)
    loss = torch.mean((torch.addmm(b, X, w) - y) ** 2)
    loss.backward()
    return w.grad, b.grad
