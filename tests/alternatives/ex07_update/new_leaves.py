"""New leaves are made from detached tensors; the old ones stay as they were, gradients included."""

from __future__ import annotations

import torch
from torch import Tensor


def update(weight: Tensor, bias: Tensor, lr: float) -> tuple[Tensor, Tensor]:
    new_weight = (weight.detach() - lr * weight.grad).requires_grad_()
    new_bias = (bias.detach() - lr * bias.grad).requires_grad_(True)
    return new_weight, new_bias
