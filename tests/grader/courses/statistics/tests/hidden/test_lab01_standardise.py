"""Lab 01, hidden."""

import numpy as np
import pytest
from hypothesis import assume, given

from grader.testing import arrays, expect
from tests.hidden import oracles


@pytest.mark.task("scores")
@given(drawn=arrays((5,)))
def test_scores_of_any_values(learner, drawn):
    """Each score is the value's distance from the mean in standard deviations."""
    (x,) = drawn
    assume(np.std(x) > 0.25)
    answer = learner.standardise(x)
    expect(answer).equals(oracles.standard_scores(x))
    expect(answer).kept_its_inputs()


@pytest.mark.task("spread")
@given(drawn=arrays((4,)))
def test_spread_of_any_values(learner, drawn):
    """The spread is the largest value minus the smallest."""
    (x,) = drawn
    expect(learner.spread(x)).is_number(float(np.max(x) - np.min(x)))
