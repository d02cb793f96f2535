"""Calls itself without end, with the limit lifted."""

import sys

STOPPED_BY = "rlimits"
STATUS = {"sum": "error"}
SAYS = "0 of 4 points"

sys.setrecursionlimit(10**9)


def total(numbers):
    return total(numbers)
