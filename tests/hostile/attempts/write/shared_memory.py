"""Leaves a block of shared memory for the next submission to find."""

import ctypes
import os

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 13] Permission denied"
GETS_THROUGH = {"writes"}


def total(numbers):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.shm_open(b"/@mark@", os.O_CREAT | os.O_RDWR, 0o600) < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return 0.0
