"""Switches recording off with a decorator instead of a with block."""

import torch
from torch import Tensor


@torch.no_grad()
def predict_new(samples, weight: Tensor, bias: Tensor) -> Tensor:
    X = torch.as_tensor(samples, dtype=torch.float32)
    X = X[None, :] if X.dim() == 1 else X
    return torch.matmul(X, weight).add(bias)
