"""Prints a hundred megabytes."""

STOPPED_BY = "output limit"
STATUS = {"sum": "failed"}
SAYS = "cut here, 99998001 more bytes were printed"


def total(numbers):
    print("x" * 100_000_000)
    return 0.0
