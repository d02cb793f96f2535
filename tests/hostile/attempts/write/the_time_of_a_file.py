"""Makes a file look older than a deadline, which Landlock does not cover."""

import os

STOPPED_BY = "seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"writes"}


def total(numbers):
    os.utime("@results@", (0, 0))
    return 0.0
