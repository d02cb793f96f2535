"""Raises an exception whose class has a name of a hundred megabytes."""

STOPPED_BY = "data-only frames"
STATUS = {"sum": "failed"}
SAYS = "ex01_total.py, line 11"

Long = type("x" * 100_000_000, (Exception,), {})


def total(numbers):
    raise Long
