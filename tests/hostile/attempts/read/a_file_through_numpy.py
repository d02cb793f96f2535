"""Has NumPy's C code read a file."""

import numpy as np

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError"
GETS_THROUGH = {"reads"}


def total(numbers):
    return np.fromfile("@secret@", dtype=np.uint8).tobytes().decode()
