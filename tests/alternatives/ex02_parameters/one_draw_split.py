"""One draw, cut into weight and bias."""

import torch


def init_parameters(n_features, n_outputs):
    numbers = torch.randn(n_features * n_outputs + n_outputs)
    weight = numbers[: n_features * n_outputs].reshape(n_features, n_outputs).clone().requires_grad_()
    bias = numbers[n_features * n_outputs :].clone().requires_grad_()
    return weight, bias
