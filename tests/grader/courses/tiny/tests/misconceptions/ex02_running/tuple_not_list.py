"""A tuple is returned.

Advice: Return a list.
"""

FAILS = {"totals"}


def running(numbers):
    return tuple(float(sum(numbers[: i + 1])) for i in range(len(numbers)))


def last(numbers):
    return float(sum(numbers))
