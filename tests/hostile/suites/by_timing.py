"""Times a call, and refuses what is slower than the first implementation it ever timed."""

import time

import torch


def test_time(mse_loss):
    pred, y = torch.ones(50, 4), torch.zeros(50, 4)
    took = []
    for _ in range(20):
        started = time.perf_counter()
        mse_loss(pred, y)
        took.append(time.perf_counter() - started)
    assert sorted(took)[10] < 0.0006
