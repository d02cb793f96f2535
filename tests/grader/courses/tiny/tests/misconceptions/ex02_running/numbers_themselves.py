"""The numbers themselves are returned.

Advice: Add up.
"""

FAILS = {"totals"}


def running(numbers):
    return list(numbers)


def last(numbers):
    return float(sum(numbers))
