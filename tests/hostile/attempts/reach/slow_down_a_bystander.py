"""Takes processor time away from another process of the same user."""

import os

STOPPED_BY = "seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"signals"}
ONLY_AS_USER = True


def total(numbers):
    os.setpriority(os.PRIO_PROCESS, int("@bystander@"), 19)
    return 0.0
