"""A single number is taken out of the weight, which only works if it holds just one.

Advice: `.item()` and float() also cut the graph. Use the tensor itself.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    return X * weight.item() + bias.item()
