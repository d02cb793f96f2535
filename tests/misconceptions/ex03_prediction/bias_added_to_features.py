"""The bias is added to the features, before the weights are applied.

Advice: There is one bias for each output. It comes last, after the weighted sum.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    return (X + bias) @ weight
