"""The bias is subtracted instead of added.

Advice: Look at the sign before the bias in the formula.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    return X @ weight - bias
