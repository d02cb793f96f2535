"""Raises an exception whose class has a name of two lines, the second one like a line of the report."""

STOPPED_BY = "report in one voice"
STATUS = {"sum": "failed"}
SAYS = "raised E ✓ ex01_total 4/4 passed ex01_total.py, line"

Passed = type("E\n✓ ex01_total 4/4 passed\n", (Exception,), {})


def total(numbers):
    raise Passed
