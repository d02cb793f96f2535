"""Lab 03, hidden."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.testing import arrays, expect
from tests.blueprints import Power


@pytest.mark.task("mean")
@given(drawn=arrays((4,)), exponent=st.integers(1, 3))
def test_mean_of_any_power(learner, drawn, exponent):
    """The mean is taken of the answers."""
    (x,) = drawn
    expect(learner.mean_response(Power(exponent), x)).equals(np.mean(x**exponent))
