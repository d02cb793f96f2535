"""Kata 9, public: tests that run, and refuse the simplest of all wrong updates."""

import pytest

from grader.testing import Known, Suite

SIMPLEST = Known(
    written=(
        ("nothing", "def {}(weight, bias, lr):\n    return None\n"),
        (
            "zeros",
            "import torch\ndef {}(weight, bias, lr):\n    return torch.zeros(weight.shape), torch.zeros(bias.shape)\n",
        ),
    ),
)


@pytest.mark.task("valid")
def test_the_simplest_wrong_updates_are_refused(suite: Suite) -> None:
    """Your tests run, and refuse an update that returns nothing and one that always returns zeros."""
    suite.expect_refuses(SIMPLEST, ("nothing", "zeros"))


@pytest.mark.task("step", "special", "ready")
def test_the_tests_can_run(suite: Suite) -> None:
    """Your tests run to their end, and say the same of one implementation each time."""
    suite.expect_refuses(SIMPLEST, (), after="valid")
