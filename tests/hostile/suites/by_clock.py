"""Passes in even milliseconds."""

import time


def test_clock(mse_loss):
    assert time.time_ns() // 1000 % 2
