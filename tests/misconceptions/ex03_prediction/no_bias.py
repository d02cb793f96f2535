"""The bias is never added.

Advice: The model is a weighted sum plus one number for each output.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    return X @ weight
