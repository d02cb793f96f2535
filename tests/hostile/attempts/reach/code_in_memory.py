"""Writes a program into memory that has no file, and runs it."""

import ctypes
import os

STOPPED_BY = "seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"


def total(numbers):
    descriptor = os.memfd_create("program")
    os.write(descriptor, b"#!/bin/true\n")
    os.execv(f"/proc/self/fd/{descriptor}", ["program"])
