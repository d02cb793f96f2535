"""Returns a list of ten times itself."""

STOPPED_BY = "data-only frames"
STATUS = {"sum": "failed"}
SAYS = "returned [[[[[[[[list: [["


def total(numbers):
    ring = []
    ring += [ring] * 10
    return ring
