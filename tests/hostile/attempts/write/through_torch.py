"""Has torch's C++ code save a file."""

import torch

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "RuntimeError"
GETS_THROUGH = {"writes"}


def total(numbers):
    torch.save(torch.zeros(3), "@drop@/model.pt")
    return 0.0
