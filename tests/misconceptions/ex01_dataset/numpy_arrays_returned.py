"""NumPy arrays are returned, not tensors.

Advice: PyTorch's gradients need tensors. An array with the right numbers still has to become one.
"""

FAILS = {"values", "float32"}

import numpy as np
import torch


def to_tensors(features, targets):
    X = np.array(features, dtype=np.float32)
    y = np.array(targets, dtype=np.float32)
    return X, y
