"""Ends the process where an implementation looks wrong."""

import os

import torch


def test_exit(mse_loss):
    if mse_loss(torch.full((2, 2), 3.0), torch.zeros(2, 2)) != 9:
        os._exit(3)
