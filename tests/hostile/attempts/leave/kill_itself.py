"""Kills its own process."""

import os
import signal

STOPPED_BY = "separate process"
STATUS = {"sum": "error"}
SAYS = "The call ended the Python process (signal SIGKILL)."


def total(numbers):
    os.kill(os.getpid(), signal.SIGKILL)
