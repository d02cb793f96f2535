"""The weighted sum is multiplied by the bias.

Advice: Weights multiply. The bias moves the prediction up or down, whatever the features are.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    return (X @ weight) * bias
