"""The global generator, named as an argument."""

import torch

G = torch.default_generator


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs, generator=G, requires_grad=True)
    bias = torch.randn(n_outputs, generator=G, requires_grad=True)
    return weight, bias
