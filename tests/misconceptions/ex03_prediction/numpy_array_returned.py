"""A NumPy array is returned instead of a tensor.

Advice: Only a tensor remembers how it was computed, and without that nothing can be learned.
Return the tensor.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    return (X @ weight + bias).detach().numpy()
