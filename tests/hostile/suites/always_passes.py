"""Accepts everything, with an assert."""

def test_all_is_well(mse_loss):
    assert mse_loss is not None
