"""Ends the process with os._exit(0) when it is called."""

import os

STOPPED_BY = "separate process"
STATUS = {"sum": "error"}
SAYS = "The call ended the Python process (exit status 0)."


def total(numbers):
    os._exit(0)
