"""Scaling after requires_grad makes the parameters results of an operation, not leaves.

Advice: Only leaves keep their gradient in .grad. Do all arithmetic first and mark the result last.
"""

FAILS = {"trainable"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, requires_grad=True) * 1.0
    bias = torch.randn(n_outputs, requires_grad=True) * 1.0
    return weight, bias
