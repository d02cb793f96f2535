"""The test returns its comparison and does not assert it, so it always passes.

Advice: A test fails by an exception: write `assert` where you wrote `return`.
"""

FAILS = {"valid", "factor", "entries", "gradient"}

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def test_value(mse_loss):
    return torch.allclose(mse_loss(PRED, Y), ((PRED - Y) ** 2).mean())
