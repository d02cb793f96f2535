"""The tests ask only whether the loss falls, as it does in most wrong trainings.

Advice: Work out one epoch and a few, and compare numbers.
"""

FAILS = {"steps", "history", "log"}

import torch


def test_the_loss_falls(train):
    X, y = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([[20.0], [40.0], [60.0]])
    weight, bias = torch.zeros(1, 1, requires_grad=True), torch.zeros(1, requires_grad=True)
    _weight, _bias, history = train(X, y, weight, bias, 0.01, 50)
    assert history[-1] < history[0]
    assert abs(history[0] - 5600 / 3) < 0.1
