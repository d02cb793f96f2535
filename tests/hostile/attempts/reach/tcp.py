"""Connects to a server."""

import socket

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno"
GETS_THROUGH = {"connects"}


def total(numbers):
    socket.socket().connect(("127.0.0.1", int("@port@")))
    return 0.0
