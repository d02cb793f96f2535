"""Lab 03, public."""

import numpy as np
import pytest

from grader.testing import expect
from tests.blueprints import Power


@pytest.mark.task("mean")
def test_mean_of_two_squares(learner):
    """The mean of the squares of 1 and 3 is 5."""
    expect(learner.mean_response(Power(2), np.array([1.0, 3.0]))).equals(5.0)
