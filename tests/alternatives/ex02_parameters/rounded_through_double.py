"""Drawn in float64, kept in float32."""

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, dtype=torch.float64).to(torch.float32).requires_grad_()
    bias = torch.randn(n_outputs, dtype=torch.float64).float().requires_grad_()
    return weight, bias
