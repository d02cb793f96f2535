"""Raises an exception with a text of a hundred megabytes."""

STOPPED_BY = "data-only frames"
STATUS = {"sum": "failed"}
SAYS = "ValueError: xxxxxxxxxx"


def total(numbers):
    raise ValueError("x" * 100_000_000)
