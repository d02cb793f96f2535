"""Tells implementations apart by addresses in memory."""

def test_address(mse_loss):
    assert id(mse_loss) // 16 % 3
