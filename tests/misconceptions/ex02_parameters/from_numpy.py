"""The numbers do not come from torch's global generator, so torch.manual_seed does not reach them.

Advice: NumPy's and Python's random numbers, and a generator of your own, know nothing of torch's
seed. Draw with torch, and leave the generator out.
"""

FAILS = {"random"}

import torch
import numpy as np


def init_parameters(n_features, n_outputs):
    weight = torch.tensor(np.random.randn(n_features, n_outputs), dtype=torch.float32, requires_grad=True)
    bias = torch.tensor(np.random.randn(n_outputs), dtype=torch.float32, requires_grad=True)
    return weight, bias
