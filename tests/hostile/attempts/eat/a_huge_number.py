"""Returns a whole number of ten million digits."""

STOPPED_BY = "data-only frames"
STATUS = {"sum": "failed"}
SAYS = "a very large whole number"


def total(numbers):
    return 1 << 33_000_000
