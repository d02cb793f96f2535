"""Reads the judge's next question from the channel, and then waits for one more."""

import os

STOPPED_BY = "time limits"
STATUS = {"sum": "error"}
SAYS = "The call did not finish within 0.6 seconds, so it was stopped."


def total(numbers):
    while True:
        os.read(3, 1000)
