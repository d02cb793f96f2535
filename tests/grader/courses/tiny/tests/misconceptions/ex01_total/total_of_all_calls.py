"""The numbers of earlier calls are added once more.

Advice: Begin each call with nothing.
"""

FAILS = {"sum"}

seen = []


def total(numbers):
    seen.extend(numbers)
    return float(sum(seen))
