"""Is right now and then."""

import os

STOPPED_BY = "judge's numbers"
STATUS = {"sum": "failed"}
SAYS = "0 of 4 points"


def total(numbers):
    return float(sum(numbers)) + (os.urandom(1)[0] < 240)
