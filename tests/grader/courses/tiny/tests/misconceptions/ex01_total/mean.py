"""The mean is returned.

Advice: Do not divide.
"""

FAILS = {"sum"}


def total(numbers):
    return sum(numbers) / len(numbers)
