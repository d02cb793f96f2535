"""Exercise 2, public."""

import pytest

from grader.testing import Learner, expect


@pytest.mark.task("totals")
def test_every_total_is_listed(learner: Learner) -> None:
    """The totals of 1, 2, 3 are 1, 3, 6."""
    expect(learner.running([1.0, 2.0, 3.0])).is_floats([1.0, 3.0, 6.0], within=0.0)


@pytest.mark.task("last")
def test_the_last_total_is_returned(learner: Learner) -> None:
    """The last total of 1, 2, 3 is 6."""
    answer = learner.last([1.0, 2.0, 3.0])
    expect(answer).that(answer.result.value == 6.0, "6.0", "The last total is the sum of all.")
