"""The numbers are multiplied.

Advice: Add instead.
"""

FAILS = {"sum"}


def total(numbers):
    result = 1.0
    for number in numbers:
        result *= number
    return result
