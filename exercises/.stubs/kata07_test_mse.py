"""Kata 07: Test a loss. Read kata07_test_mse.md first."""

import torch
from hypothesis import given
from hypothesis import strategies as st


def test_is_never_negative(mse_loss):
    """An example: every mean squared error passes this test, and so do many other things."""
    pred, y = torch.tensor([[1.0], [-2.0]]), torch.tensor([[0.0], [3.0]])
    assert mse_loss(pred, y) >= 0


@given(error=st.integers(-9, 9))
def test_does_not_care_for_the_sign(mse_loss, error):
    """An example with Hypothesis: an error upwards costs as much as one downwards."""
    y = torch.zeros(1, 1)
    assert mse_loss(y + error, y) == mse_loss(y - error, y)
