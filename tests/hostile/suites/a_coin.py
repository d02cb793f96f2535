"""Throws a coin that nobody can seed."""

import os


def test_coin(mse_loss):
    assert os.urandom(1)[0] < 128
