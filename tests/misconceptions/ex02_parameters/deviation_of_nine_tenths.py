"""The draws are normal, but their standard deviation is 0.9 instead of 1.

Advice: The standard normal distribution has mean 0 and standard deviation 1. Which arguments of your
draw set them?
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.normal(0.0, 0.9, (n_features, n_outputs)).requires_grad_()
    bias = torch.normal(0.0, 0.9, (n_outputs,)).requires_grad_()
    return weight, bias
