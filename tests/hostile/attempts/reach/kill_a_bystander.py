"""Kills another process of the same user."""

import os
import signal

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"signals"}


def total(numbers):
    os.kill(int("@bystander@"), signal.SIGKILL)
    return 0.0
