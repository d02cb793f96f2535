"""torch.func.grad turns the loss into the function that gives its gradients."""

import torch


def autograd_gradients(X, y, weight, bias):
    def loss(w, b):
        return ((X @ w + b - y) ** 2).mean()

    return torch.func.grad(loss, argnums=(0, 1))(weight, bias)
