"""Returns a list in a list in a list, a hundred thousand deep."""

STOPPED_BY = "data-only frames"
STATUS = {"sum": "failed"}
SAYS = "returned [[[[[[[[list: …]]]]]]]]"


def total(numbers):
    deep = []
    for _ in range(100_000):
        deep = [deep]
    return deep
