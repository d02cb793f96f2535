"""Derivatives in forward mode, one column of the identity after the other."""

import torch


def autograd_gradients(X, y, weight, bias):
    def loss_of(w, b):
        return ((X @ w + b - y) ** 2).mean()

    return torch.func.jacfwd(loss_of, argnums=(0, 1))(weight.detach(), bias.detach())
