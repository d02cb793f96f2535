"""Defines a million functions, whose names the judge must be told."""

STOPPED_BY = "data-only frames"
STATUS = {"sum": "error"}
SAYS = "importing the file did not finish within 0.6 seconds, so it was stopped."

globals().update((f"function_with_a_long_name_{number}", print) for number in range(1_000_000))


def total(numbers):
    return 0.0
