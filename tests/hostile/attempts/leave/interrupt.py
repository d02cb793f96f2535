"""Raises KeyboardInterrupt, as if somebody had stopped the grader."""

STOPPED_BY = "separate process"
STATUS = {"sum": "failed"}
SAYS = "The function should return instead of ending the program."


def total(numbers):
    raise KeyboardInterrupt
