"""Becomes another program."""

import os

STOPPED_BY = "seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"writes"}


def total(numbers):
    os.execv("/bin/mkdir", ["mkdir", "@drop@/made"])
