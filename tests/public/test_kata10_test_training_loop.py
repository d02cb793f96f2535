"""Kata 10, public: tests that run, and refuse the simplest of all wrong trainings."""

import pytest

from grader.testing import Known, Suite

SIMPLEST = Known(
    written=(
        ("nothing", "def {}(X, y, weight, bias, lr, epochs, log_every=100):\n    return None\n"),
        (
            "trains_nothing",
            "def {}(X, y, weight, bias, lr, epochs, log_every=100):\n    return weight, bias, [0.0] * epochs\n",
        ),
    ),
)


@pytest.mark.task("valid")
def test_the_simplest_wrong_trainings_are_refused(suite: Suite) -> None:
    """Your tests run, and refuse a training that returns nothing and one that returns the parameters as they were."""
    suite.expect_refuses(SIMPLEST, ("nothing", "trains_nothing"))


@pytest.mark.task("steps", "history", "log")
def test_the_tests_can_run(suite: Suite) -> None:
    """Your tests run to their end, and say the same of one implementation each time."""
    suite.expect_refuses(SIMPLEST, (), after="valid")
