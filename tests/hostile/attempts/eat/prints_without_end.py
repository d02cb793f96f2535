"""Prints line after line and never stops."""

STOPPED_BY = "time limits"
STATUS = {"sum": "error"}
SAYS = "The call did not finish within 0.6 seconds, so it was stopped."


def total(numbers):
    while True:
        print("again")
