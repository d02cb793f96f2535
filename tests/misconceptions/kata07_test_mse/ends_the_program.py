"""The test ends the program instead of failing.

Advice: Let the test fail by an `assert`.
"""

FAILS = {"valid", "factor", "entries", "gradient"}

import sys

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def test_value(mse_loss):
    if not torch.allclose(mse_loss(PRED, Y), ((PRED - Y) ** 2).mean()):
        sys.exit(1)
