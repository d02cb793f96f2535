"""Signs are dropped.

Advice: Negative numbers count too.
"""

FAILS = {"sum"}


def total(numbers):
    return sum(abs(number) for number in numbers)
