"""Times with the process's own CPU clock."""

import time

import torch


def test_cpu(mse_loss):
    started = time.process_time_ns()
    for n in range(1, 30):
        mse_loss(torch.ones(n, 4), torch.zeros(n, 4))
    assert (time.process_time_ns() - started) // 1000 % 2
