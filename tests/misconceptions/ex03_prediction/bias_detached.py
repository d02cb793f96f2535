"""The bias is detached, so it can never be learned.

Advice: Use bias itself in the formula.
"""

FAILS = {"gradient_flow"}

import torch


def predict(X, weight, bias):
    return X @ weight + bias.detach()
