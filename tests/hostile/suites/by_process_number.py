"""Tells implementations apart by the number of the process."""

import os


def test_pid(mse_loss):
    assert (os.getpid() - os.getppid()) % 24 < 8
