"""The function takes the bias before the weight.

Advice: It is called by position, so the names do not help: features first, then weight, then bias.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, bias, weight):
    return X @ weight + bias
