"""The numbers come from NumPy, which knows nothing of torch.manual_seed.

Advice: Draw with torch, so that the seed of torch makes the draw repeatable.
"""

FAILS = {"random"}

import torch
import numpy as np


def init_parameters(n_features, n_outputs):
    weight = torch.tensor(np.random.randn(n_features, n_outputs), dtype=torch.float32, requires_grad=True)
    bias = torch.tensor(np.random.randn(n_outputs), dtype=torch.float32, requires_grad=True)
    return weight, bias
