"""Exercise 1, public."""

import pytest

from grader.testing import Learner, expect


@pytest.mark.task("sum")
def test_adds_two_numbers(learner: Learner) -> None:
    """The total of 1.5 and 2 is 3.5."""
    answer = learner.total([1.5, 2.0])
    expect(answer).that(answer.result.value == 3.5, "3.5", "Add the numbers up.")
