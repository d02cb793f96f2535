"""Other parameters are used instead of the ones that are given.

Advice: Names from outside the function hold old numbers. Use the arguments only.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


w = torch.tensor([[2.0]], requires_grad=True)
b = torch.tensor([1.0], requires_grad=True)


def linear_model(X):
    return X @ w + b


def predict(X, weight, bias):
    return linear_model(X)
