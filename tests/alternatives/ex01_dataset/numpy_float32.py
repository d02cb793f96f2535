"""A detour over NumPy, in float32."""

import numpy as np
import torch


def to_tensors(features, targets):
    X = np.array(features, dtype=np.float32)
    y = np.array(targets, dtype=np.float32)
    return torch.from_numpy(X), torch.from_numpy(y)
