"""Only the first number is returned.

Advice: Look at them all.
"""

FAILS = {"sum"}


def total(numbers):
    return numbers[0]
