"""The test demands a loss that falls in every epoch, also where nothing is left to fall.

Advice: Near the best line rounding decides. Compare with the exact losses, within a tolerance.
"""

FAILS = {"valid", "steps", "history", "log"}

import torch


def test_strictly(train):
    X, y = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([[20.0], [40.0], [60.0]])
    weight, bias = torch.tensor([[19.0]], requires_grad=True), torch.tensor([1.0], requires_grad=True)
    history = train(X, y, weight, bias, 0.1, 1500)[2]
    assert all(later < earlier for earlier, later in zip(history, history[1:]))
