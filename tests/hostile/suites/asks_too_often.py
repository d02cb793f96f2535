"""Asks without end, each time something new."""

import torch


def test_often(mse_loss):
    n = 0
    while True:
        n += 1
        mse_loss(torch.full((1, 1), float(n)), torch.zeros(1, 1))
