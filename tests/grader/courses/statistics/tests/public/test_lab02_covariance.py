"""Lab 02, public."""

import numpy as np
import pytest

from grader.testing import expect


@pytest.mark.task("matrix")
def test_two_variables(learner):
    """Of (1, 2) and (3, 6) the variances are 2 and 8, and the covariance is 4."""
    expect(learner.covariance(np.array([[1.0, 2.0], [3.0, 6.0]]))).equals([[2.0, 4.0], [4.0, 8.0]])
