"""The list is empty afterwards.

Advice: Leave the list alone.
"""

FAILS = {"sum"}


def total(numbers):
    result = 0.0
    while numbers:
        result += numbers.pop()
    return result
