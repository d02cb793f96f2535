"""The last total is missing.

Advice: One total for each number.
"""

FAILS = {"totals"}


def running(numbers):
    return [float(sum(numbers[: i + 1])) for i in range(len(numbers) - 1)]


def last(numbers):
    return float(sum(numbers))
