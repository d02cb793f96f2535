"""Lab 01, public."""

import numpy as np
import pytest

from grader.testing import expect

X = np.array([1.0, 2.0, 4.0, 5.0])


@pytest.mark.task("scores")
def test_mean_and_deviation_of_the_scores(learner):
    """The scores have the mean 0, and 1 lies one deviation of the root of 2.5 apart."""
    expect(learner.standardise(X)).equals(np.array([-2.0, -1.0, 1.0, 2.0]) / np.sqrt(2.5))


@pytest.mark.task("spread")
def test_spread_of_four_values(learner):
    """From 1 to 5 the spread is 4."""
    expect(learner.spread(X)).is_number(4.0)
