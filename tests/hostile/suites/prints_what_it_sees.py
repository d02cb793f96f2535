"""Prints without end what an implementation returns, for somebody to read."""

import torch


def test_print(mse_loss):
    for n in range(1, 40):
        print("x" * 10_000, mse_loss(torch.ones(n, 1), torch.zeros(n, 1)))
    raise AssertionError(f"seen {mse_loss(torch.ones(1, 1), torch.zeros(1, 1))}")
