"""Kills the judge."""

import os
import signal

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"stops the judge"}


def total(numbers):
    os.kill(int("@judge@"), signal.SIGKILL)
    return 0.0
