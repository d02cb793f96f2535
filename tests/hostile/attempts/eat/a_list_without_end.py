"""Returns a list that never stops when it is gone through."""

import itertools

STOPPED_BY = "time limits"
STATUS = {"sum": "error"}
SAYS = "The call did not finish within 0.6 seconds, so it was stopped."


class Endless(list):
    def __iter__(self):
        return itertools.repeat(0.0)


def total(numbers):
    return Endless([0.0])
