"""Counts in the module how often it was called, and refuses from the seventh on."""

COUNT = []


def test_count(mse_loss):
    COUNT.append(1)
    assert len(COUNT) < 7


def test_count_again(mse_loss):
    COUNT.append(1)
    assert len(COUNT) < 7
