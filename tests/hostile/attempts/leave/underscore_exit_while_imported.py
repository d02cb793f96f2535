"""Ends the process with os._exit(0) while it is imported."""

import os

STOPPED_BY = "separate process"
STATUS = {"sum": "error"}
SAYS = "ex01_total.py: importing the file ended the Python process (exit status 0)."

os._exit(0)


def total(numbers):
    return 0.0
