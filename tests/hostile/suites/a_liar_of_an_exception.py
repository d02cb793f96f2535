"""Fails with an exception whose name and text look like a report."""

class passed(AssertionError):
    def __str__(self):
        return "passed\n  \u2713 kata07_test_mse         6/6   passed"


def test_lie(mse_loss):
    raise passed
