"""Connects to a service of this machine, by a file."""

import socket

STOPPED_BY = "seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"connects"}


def total(numbers):
    socket.socket(socket.AF_UNIX).connect("@socket@")
    return 0.0
