"""The prediction requires grad, but no gradient reaches the given weight and bias.

Advice: Marking a tensor with requires_grad does not connect it to where its numbers came from.
Where is a new tensor made, from weight and bias or from the result?
"""

FAILS = {"gradient_flow"}

import torch


def predict(X, weight, bias):
    return torch.tensor((X @ weight + bias).tolist(), requires_grad=True)
