"""Returns an object whose repr raises what no `except Exception` catches."""

STOPPED_BY = "separate process"
STATUS = {"sum": "failed"}
SAYS = "The function should return instead of ending the program."


class Total:
    def __repr__(self):
        raise SystemExit(0)


def total(numbers):
    return Total()
