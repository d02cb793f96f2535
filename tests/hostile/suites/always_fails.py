"""Refuses everything."""

def test_nothing_is_well(mse_loss):
    raise AssertionError("wrong")
