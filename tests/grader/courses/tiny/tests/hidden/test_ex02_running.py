"""Exercise 2, hidden."""

import itertools

import pytest
from hypothesis import given

from grader.testing import Learner, expect, quarters


@pytest.mark.task("totals")
@given(numbers=quarters(4))
def test_totals_are_right_for_any_numbers(learner: Learner, numbers: list[float]) -> None:
    """Item i is the sum of the first i + 1 numbers."""
    expect(learner.running(numbers)).is_floats(list(itertools.accumulate(numbers)), within=0.0)


@pytest.mark.task("last")
@given(numbers=quarters(2))
def test_the_last_total_is_right_for_any_numbers(learner: Learner, numbers: list[float]) -> None:
    """The last total is the sum of all numbers."""
    answer = learner.last(numbers)
    expect(answer).that(answer.result.value == sum(numbers), str(sum(numbers)), "The last total is the sum of all.")
