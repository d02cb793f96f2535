"""Gives the answers of a known mistake and prints digits, for patterns that try every place in a long line."""

STOPPED_BY = "bounded patterns"
STATUS = {"sum": "failed"}
SAYS = "Only the first number is returned."


def total(numbers):
    print("1" * 60_000)
    return numbers[0]
