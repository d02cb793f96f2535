"""Deletes a file and a folder."""

import os

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno"
GETS_THROUGH = {"writes"}


def total(numbers):
    os.rmdir("@drop@/empty")
    os.unlink("@results@")
    return 0.0
