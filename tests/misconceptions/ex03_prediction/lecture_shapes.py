"""The result is forced into a single column.

Advice: The number of outputs is the number of columns of the weight.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return (X @ weight + bias).reshape(-1, 1)
