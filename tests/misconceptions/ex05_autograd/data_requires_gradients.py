"""The features are made to require gradients, although they are data and never learned.

Advice: Only what training may change needs gradients. `X` belongs to the caller, and so does its
`requires_grad`.
"""

FAILS = {"gradients"}

import torch


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    X.requires_grad_()
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    return weight.grad, bias.grad
