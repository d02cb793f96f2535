"""Kata 8, public: tests that run, and refuse the simplest of all wrong gradients."""

import pytest

from grader.testing import Known, Suite

SIMPLEST = Known(
    function="gradients",
    written=(
        ("nothing", "def {}(X, y, weight, bias):\n    return None\n"),
        (
            "zeros",
            "import torch\n"
            "def {}(X, y, weight, bias):\n"
            "    return torch.zeros(weight.shape), torch.zeros(bias.shape)\n",
        ),
    ),
)


@pytest.mark.task("valid")
def test_the_simplest_wrong_gradients_are_refused(suite: Suite) -> None:
    """Your tests run, and refuse a function that returns nothing and one that always returns zeros."""
    suite.expect_refuses(SIMPLEST, ("nothing", "zeros"))


@pytest.mark.task("formula", "parameters", "every_call")
def test_the_tests_can_run(suite: Suite) -> None:
    """Your tests run to their end, and say the same of one implementation each time."""
    suite.expect_refuses(SIMPLEST, (), after="valid")
