"""A decorator marks what the function draws."""

from functools import wraps

import torch


def learnable(draw):
    @wraps(draw)
    def marked(*sizes):
        return tuple(tensor.requires_grad_() for tensor in draw(*sizes))

    return marked


@learnable
def init_parameters(n_features, n_outputs):
    return torch.randn(n_features, n_outputs), torch.randn(n_outputs)
