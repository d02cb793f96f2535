"""The prediction is cut off from the bias, so the bias gets no gradient.

Advice: detach(), .data, numpy(), tolist() and item() all cut it off. Use bias itself in the formula.
"""

FAILS = {"gradient_flow"}

import torch


def predict(X, weight, bias):
    return X @ weight + bias.detach()
