"""Asks pytest to skip the test, or at least to end the session."""

STOPPED_BY = "separate process"
STATUS = {"sum": "failed"}
SAYS = "ModuleNotFoundError"


def total(numbers):
    import pytest

    pytest.skip("not today")
