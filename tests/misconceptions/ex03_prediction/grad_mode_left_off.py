"""Gradient recording is switched off for the whole program and left off.

Advice: Recording is wanted here, and a switch that a function flips stays flipped.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    result = X @ weight + bias
    torch.set_grad_enabled(False)
    return result
