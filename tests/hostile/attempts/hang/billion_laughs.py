"""Returns a small list whose text is longer than the memory of the world."""

STOPPED_BY = "time limits"
STATUS = {"sum": "error"}
SAYS = "The call did not finish within 0.6 seconds, so it was stopped."


def total(numbers):
    laughs = ["ha"]
    for _ in range(100):
        laughs = [laughs, laughs]
    return laughs
