"""Starts a program in the way that Python's documentation recommends."""

import subprocess

STOPPED_BY = "seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"writes"}


def total(numbers):
    return subprocess.run(["/bin/mkdir", "@drop@/made"]).returncode
