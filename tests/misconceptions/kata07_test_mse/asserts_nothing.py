"""The tests call the loss and assert nothing, so nothing can make them fail.

Advice: Say with `assert` what must be true of the result.
"""

FAILS = {"valid", "factor", "entries", "gradient"}

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def test_value(mse_loss):
    loss = mse_loss(PRED, Y)
    print(loss)
