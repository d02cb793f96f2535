"""Claims over and over that a part of torch is missing, so that the judge tries once more."""

import sys

STOPPED_BY = "separate process"
STATUS = {"sum": "failed"}
SAYS = "ModuleNotFoundError: No module named 'torch.more'"


def total(numbers):
    raise ModuleNotFoundError("No module named 'torch.more'", name="torch.more")
