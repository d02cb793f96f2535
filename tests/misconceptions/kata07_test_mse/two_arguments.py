"""The test takes more than the implementation, and nobody gives it the rest.

Advice: A test has one argument; make everything else inside it.
"""

FAILS = {"valid", "factor", "entries", "gradient"}

import torch


def test_value(mse_loss, pred, y):
    assert torch.allclose(mse_loss(pred, y), ((pred - y) ** 2).mean())
