"""The tests train for long and ask whether the result is near the best one, which wrong trainings reach, too.

Advice: A short training has an exact result: compare with that.
"""

FAILS = {"steps", "history", "log"}

import torch


def test_near_twenty(train):
    X, y = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([[20.0], [40.0], [60.0]])
    weight, bias = torch.zeros(1, 1, requires_grad=True), torch.zeros(1, requires_grad=True)
    weight, bias, history = train(X, y, weight, bias, 0.05, 200)
    assert abs(weight.item() - 20) < 3
