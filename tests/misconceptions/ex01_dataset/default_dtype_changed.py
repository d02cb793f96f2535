"""torch's default dtype is changed for the whole program.

Advice: A setting made inside a function stays in force after it. Give the dtype to the tensors
instead.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    torch.set_default_dtype(torch.float64)
    return torch.tensor(features, dtype=torch.float32), torch.tensor(targets, dtype=torch.float32)
