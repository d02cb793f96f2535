"""Nothing is returned.

Advice: Write return.
"""

FAILS = {"last"}


def running(numbers):
    return [float(sum(numbers[: i + 1])) for i in range(len(numbers))]


def last(numbers):
    sum(numbers)
