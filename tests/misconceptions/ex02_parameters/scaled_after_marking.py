"""The parameters are results of an operation on tensors that require grad, so they are not leaves.

Advice: Only leaves keep their gradient in .grad. Do everything else first, including any scaling or
copying, and mark the result last.
"""

FAILS = {"trainable"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, requires_grad=True) * 1.0
    bias = torch.randn(n_outputs, requires_grad=True) * 1.0
    return weight, bias
