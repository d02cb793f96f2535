"""Starts processes that start processes."""

import os
import time

STOPPED_BY = "seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"starts a process"}


def total(numbers):
    if 0 in [os.fork() for _ in range(3)]:
        os.closerange(0, 64)
        time.sleep(30)
        os._exit(0)
    return 0.0
