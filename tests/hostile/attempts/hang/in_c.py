"""Hangs inside one call of C code that holds the interpreter's lock."""

import itertools

STOPPED_BY = "time limits"
STATUS = {"sum": "error"}
SAYS = "The call did not finish within 0.6 seconds, so it was stopped."


def total(numbers):
    return sum(itertools.repeat(0))
