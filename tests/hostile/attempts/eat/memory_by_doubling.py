"""Doubles a list until nothing is left."""

STOPPED_BY = "rlimits"
STATUS = {"sum": "error"}
SAYS = "This call asked for more memory than an exercise may use."


def total(numbers):
    while True:
        numbers = numbers + numbers
