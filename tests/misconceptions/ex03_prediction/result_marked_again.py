"""requires_grad on the result does not bring the lost graph back.

Advice: A new tensor made from numbers is a new beginning; gradients stop there.
"""

FAILS = {"gradient_flow"}

import torch


def predict(X, weight, bias):
    return torch.tensor((X @ weight + bias).tolist(), requires_grad=True)
