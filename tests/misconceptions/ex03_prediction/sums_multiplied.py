"""The features are added up first, and multiplied by the sum of the weights.

Advice: Each feature meets its own weight. Multiply first, then add.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    return X.sum(dim=1, keepdim=True) * weight.sum(dim=0) + bias
