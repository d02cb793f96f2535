"""Connects to a service of this machine that has no file."""

import socket

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"connects"}


def total(numbers):
    socket.socket(socket.AF_UNIX).connect("\0@mark@")
    return 0.0
