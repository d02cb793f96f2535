"""The bias is added twice.

Advice: Once for each output is enough.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    return (X @ weight + bias) + bias
