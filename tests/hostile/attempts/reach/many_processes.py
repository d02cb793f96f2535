"""Starts processes that start processes."""

import os
import time

STOPPED_BY = "seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"starts a process"}


def total(numbers):
    for _ in range(3):
        os.fork()
    time.sleep(1)
    return 0.0
