"""Kata 7, public: tests that run, and refuse the simplest of all wrong losses."""

import pytest

from grader.testing import Known, Suite

SIMPLEST = Known(
    written=(
        ("nothing", "def {}(pred, y):\n    return None\n"),
        ("zero", "import torch\ndef {}(pred, y):\n    return torch.zeros(())\n"),
    ),
)


@pytest.mark.task("valid")
def test_the_simplest_wrong_losses_are_refused(suite: Suite) -> None:
    """Your tests run, and refuse a loss that returns nothing and one that always returns 0."""
    suite.expect_refuses(SIMPLEST, ("nothing", "zero"))


@pytest.mark.task("factor", "entries", "gradient")
def test_the_tests_can_run(suite: Suite) -> None:
    """Your tests run to their end, and say the same of one implementation each time."""
    suite.expect_refuses(SIMPLEST, (), after="valid")
