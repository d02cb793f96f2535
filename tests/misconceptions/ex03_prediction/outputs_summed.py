"""The outputs of a sample were added up into one.

Advice: Each output is a prediction of its own, so the result has k columns.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return (X @ weight + bias).sum(dim=1, keepdim=True)
