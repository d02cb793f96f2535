"""The last number is returned.

Advice: It is the last total that is wanted.
"""

FAILS = {"last"}


def running(numbers):
    return [float(sum(numbers[: i + 1])) for i in range(len(numbers))]


def last(numbers):
    return numbers[-1]
