"""After the call weight or bias no longer requires grad.

Advice: Leave requires_grad as it was: the caller goes on learning with these tensors.
"""

FAILS = {"gradients"}

import torch
from torch import Tensor


def autograd_gradients(X: Tensor, y: Tensor, weight: Tensor, bias: Tensor) -> tuple[Tensor, Tensor]:
    for p in (weight, bias):
        p.requires_grad_(True)
        p.grad = None
    loss = (X @ weight + bias - y).square().mean()
    loss.backward()
    for p in (weight, bias):
        p.requires_grad_(False)
    return weight.grad, bias.grad
