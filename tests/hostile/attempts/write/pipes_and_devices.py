"""Plants a named pipe, at which whoever opens it will wait for ever."""

import os

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno"
GETS_THROUGH = {"writes"}


def total(numbers):
    os.mkfifo("@drop@/pipe")
    return 0.0
