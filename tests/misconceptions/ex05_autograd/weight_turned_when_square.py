"""A weight with as many outputs as features is turned, so its gradients are those of another model.

Advice: Rows of weight stand for features, columns for outputs, also in a square table. Does
`X @ weight` ever need a transposed weight?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    turned = weight.T if weight.shape[0] == weight.shape[1] else weight
    loss = torch.mean((X @ turned + bias - y) ** 2)
    return torch.autograd.grad(loss, (weight, bias))
