"""Asks for eighty gigabytes at once."""

STOPPED_BY = "rlimits"
STATUS = {"sum": "error"}
SAYS = "This call asked for more memory than an exercise may use."


def total(numbers):
    return [0.0] * 10**10
