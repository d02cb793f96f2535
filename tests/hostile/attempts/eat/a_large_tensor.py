"""Asks torch for forty gigabytes."""

import torch

STOPPED_BY = "rlimits"
STATUS = {"sum": "error"}
SAYS = "This call asked for more memory than an exercise may use."


def total(numbers):
    return torch.ones(10**10)
