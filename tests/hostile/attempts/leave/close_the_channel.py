"""Closes every descriptor and returns."""

import os

STOPPED_BY = "separate process"
STATUS = {"sum": "error"}
SAYS = "The call ended the Python process"


def total(numbers):
    for descriptor in range(256):
        try:
            os.close(descriptor)
        except OSError:
            pass
    return 0.0
