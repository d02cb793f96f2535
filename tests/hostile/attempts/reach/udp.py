"""Sends a datagram with what it knows, which Landlock does not cover."""

import socket

STOPPED_BY = "seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"connects"}


def total(numbers):
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"numbers", ("127.0.0.1", int("@port@")))
    return 0.0
