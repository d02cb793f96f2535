"""One number or row decides the dtype of a whole table; where it is an int, all other fractions are cut off.

Advice: Say dtype=torch.float32, whatever the numbers are.
"""

FAILS = {"values"}

import numpy as np
import torch
from torch import Tensor


def to_tensors(features, targets) -> tuple[Tensor, Tensor]:
    X = np.zeros((len(features), len(features[0])), dtype=type(features[0][0]))
    y = np.zeros((len(targets), len(targets[0])), dtype=type(targets[0][0]))
    for i, row in enumerate(features):
        X[i] = row
    for i, row in enumerate(targets):
        y[i] = row
    return torch.from_numpy(X.astype(np.float32)), torch.from_numpy(y.astype(np.float32))
