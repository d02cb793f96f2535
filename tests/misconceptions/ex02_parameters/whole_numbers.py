"""The draws are whole numbers, not standard-normal ones.

Advice: `randint` works like dice. The normal distribution also gives all the numbers in between.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randint(-3, 4, (n_features, n_outputs)).float().requires_grad_()
    bias = torch.randint(-3, 4, (n_outputs,)).float().requires_grad_()
    return weight, bias
