"""Has a shell do something."""

import os

STOPPED_BY = "seccomp"
STATUS = {"sum": "failed"}
SAYS = "returned 32512"
GETS_THROUGH = {"writes"}


def total(numbers):
    return os.system("mkdir @drop@/made")
