"""The draws come from a normal distribution that is cut off at -2 and 2.

Advice: About 5 in 100 standard normal numbers lie beyond. Which function of torch draws them
without a limit?
"""

FAILS = {"random"}

import torch
from torch import nn


def init_parameters(n_features, n_outputs):
    weight = torch.empty(n_features, n_outputs)
    bias = torch.empty(n_outputs)
    nn.init.trunc_normal_(weight)
    nn.init.trunc_normal_(bias)
    return weight.requires_grad_(), bias.requires_grad_()
