"""torch's default dtype is changed for the whole program.

Advice: A setting made inside a function stays in force after it. Without any dtype, the draws are
float32 already.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    torch.set_default_dtype(torch.float64)
    weight = torch.randn(n_features, n_outputs, dtype=torch.float32, requires_grad=True)
    bias = torch.randn(n_outputs, dtype=torch.float32, requires_grad=True)
    return weight, bias
