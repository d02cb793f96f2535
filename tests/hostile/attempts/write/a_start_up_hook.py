"""Plants a .pth file among the installed packages, which every later Python would run."""

import os
import torch

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 13] Permission denied"
GETS_THROUGH = {"writes"}


def total(numbers):
    packages = os.path.dirname(os.path.dirname(torch.__file__))
    open(packages + "/@mark@.pth", "x").close()
    return 0.0
