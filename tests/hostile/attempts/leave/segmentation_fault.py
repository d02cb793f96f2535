"""Reads from address 0."""

import ctypes

STOPPED_BY = "separate process"
STATUS = {"sum": "error"}
SAYS = "The call ended the Python process (signal SIGSEGV)."


def total(numbers):
    return ctypes.string_at(0)
