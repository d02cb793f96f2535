"""Returns a list of a million items."""

STOPPED_BY = "data-only frames"
STATUS = {"sum": "failed"}
SAYS = "returned list: [0.0, 0.0, 0.0,"


def total(numbers):
    return [0.0] * 1_000_000
