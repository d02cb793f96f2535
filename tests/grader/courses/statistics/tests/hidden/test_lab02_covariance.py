"""Lab 02, hidden."""

import pytest
from hypothesis import given

from grader.testing import arrays, expect
from tests.hidden import oracles


@pytest.mark.task("matrix")
@given(drawn=arrays((4, 3)))
def test_covariance_of_any_table(learner, drawn):
    """Row i and column j hold the covariance of columns i and j."""
    (X,) = drawn
    expect(learner.covariance(X)).equals(oracles.covariance(X), within=1e-4)
