"""A detour through NumPy made the tensors float64 or int64.

Advice: A tensor made from an array keeps the array's dtype. Say which dtype you want.
"""

FAILS = {"float32"}

import numpy as np
import torch


def to_tensors(features, targets):
    return torch.from_numpy(np.array(features)), torch.from_numpy(np.array(targets))
