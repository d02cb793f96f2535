"""requires_grad was set on another object, not on the tensors that come back.

An operation after marking makes a new tensor. Mark the tensors that you return.
"""

FAILS = {"trainable"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs)
    bias = torch.randn(n_outputs)
    weight.clone().requires_grad_()
    bias.clone().requires_grad_()
    return weight, bias
