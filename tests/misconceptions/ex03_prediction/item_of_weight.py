"""`.item()` takes one number out of the weight, which only works for a single one.

Advice: `.item()` also cuts the graph. Use the tensor.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    return X * weight.item() + bias.item()
