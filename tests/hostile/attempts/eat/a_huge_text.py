"""Returns a text of a hundred megabytes."""

STOPPED_BY = "data-only frames"
STATUS = {"sum": "failed"}
SAYS = "xxxxxxxxxx"


def total(numbers):
    return "x" * 100_000_000
