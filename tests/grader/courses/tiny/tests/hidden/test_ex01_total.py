"""Exercise 1, hidden."""

import pytest
from hypothesis import given

from grader.testing import Learner, expect, quarters


@pytest.mark.task("sum")
@given(numbers=quarters(3))
def test_adds_any_numbers(learner: Learner, numbers: list[float]) -> None:
    """The total is the sum of all numbers."""
    answer = learner.total(numbers)
    expect(answer).that(answer.result.value == sum(numbers), str(sum(numbers)), "Every number counts.")
    expect(answer).kept_its_inputs()
