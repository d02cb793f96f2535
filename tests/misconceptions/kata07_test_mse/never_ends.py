"""The test goes on until the loss is what it waits for, and with some losses that is never.

Advice: Give a loop in a test an end.
"""

FAILS = {"valid", "factor", "entries", "gradient"}

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def test_value(mse_loss):
    while not torch.allclose(mse_loss(PRED, Y), ((PRED - Y) ** 2).mean()):
        pass
