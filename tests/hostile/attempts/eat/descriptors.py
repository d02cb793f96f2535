"""Opens descriptors until there are none left."""

import os

STOPPED_BY = "seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"


def total(numbers):
    while True:
        os.dup(3)
