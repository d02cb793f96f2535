"""Returns more tensors than fit into one answer."""

import torch

STOPPED_BY = "data-only frames"
STATUS = {"sum": "failed"}
SAYS = "what came back is too large to look at"


def total(numbers):
    return [torch.zeros(1_000_000) for _ in range(8)]
