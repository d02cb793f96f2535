"""The tables are filled in column by column, but the numbers come row by row.

Advice: Rows stay rows: torch.tensor(features, dtype=torch.float32) keeps the table as it is.
"""

FAILS = {"values"}

import numpy as np
import torch


def to_tensors(features, targets):
    X = np.array(features, dtype=np.float32)
    y = np.array(targets, dtype=np.float32)
    X = X.flatten().reshape(X.shape, order="F")
    y = y.flatten().reshape(y.shape, order="F")
    return torch.from_numpy(X), torch.from_numpy(y)
