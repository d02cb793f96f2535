"""A generator of its own, whose seed is drawn from torch's; the bias's shape is worked out by broadcasting."""

import torch


def init_parameters(n_features, n_outputs):
    generator = torch.Generator()
    generator.manual_seed(int(torch.randint(0, 2**31, (1,))))
    weight = torch.randn(n_features, n_outputs, generator=generator).requires_grad_()
    bias = torch.randn(torch.broadcast_shapes((n_outputs,), (1,)), generator=generator).requires_grad_()
    return weight, bias
