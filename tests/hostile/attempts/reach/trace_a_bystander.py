"""Attaches to another process as a debugger does, which stops it."""

import ctypes
import os

STOPPED_BY = "seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"signals"}
ONLY_AS_USER = True


def total(numbers):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.ptrace(16, int("@bystander@"), 0, 0) < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return 0.0
