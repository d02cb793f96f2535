"""Gradient recording is switched off for the whole program and left off.

Advice: Here recording is wanted. A switch that a function turns stays turned.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    result = X @ weight + bias
    torch.set_grad_enabled(False)
    return result
