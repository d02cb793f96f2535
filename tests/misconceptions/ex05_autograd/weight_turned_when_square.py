"""If there are as many outputs as features, the weight is transposed: the gradients are those of another model.

Advice: Rows of the weight are features and columns are outputs, in a square table too. Does `X @
weight` ever need a transposed weight?
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    turned = weight.T if weight.shape[0] == weight.shape[1] else weight
    loss = torch.mean((X @ turned + bias - y) ** 2)
    return torch.autograd.grad(loss, (weight, bias))
