"""Skips where it would have to decide."""

import unittest

import torch


@unittest.skipIf(torch.rand(()) < 2, "never")
def test_skip(mse_loss):
    assert mse_loss(torch.full((2, 2), 3.0), torch.zeros(2, 2)) == 9
