"""Aborts the process."""

import os

STOPPED_BY = "separate process"
STATUS = {"sum": "error"}
SAYS = "The call ended the Python process (signal SIGABRT)."


def total(numbers):
    os.abort()
