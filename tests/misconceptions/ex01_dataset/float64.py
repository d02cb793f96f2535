"""The tensors are float64: twice as wide as the weights that will meet them.

Advice: `double` and NumPy use 64 bits; PyTorch works with float32 unless told otherwise.
"""

FAILS = {"float32"}

import torch


def to_tensors(features, targets):
    return torch.tensor(features, dtype=torch.double), torch.tensor(targets, dtype=torch.double)
