"""The tests look at the value only; a loss that cannot be differentiated passes them.

Advice: Call `backward()` on the result and compare `pred.grad` with the formula.
"""

FAILS = {"gradient"}

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def test_value(mse_loss):
    assert torch.allclose(mse_loss(PRED, Y), ((PRED - Y) ** 2).mean())
