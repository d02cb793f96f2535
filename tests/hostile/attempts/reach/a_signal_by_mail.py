"""Has the kernel send a signal to another process whenever something comes in on a descriptor."""

import fcntl
import os

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"signals"}


def total(numbers):
    reading, writing = os.pipe()
    fcntl.fcntl(reading, fcntl.F_SETOWN, int("@bystander@"))
    fcntl.fcntl(reading, fcntl.F_SETFL, os.O_ASYNC)
    os.write(writing, b"a letter")
    return 0.0
