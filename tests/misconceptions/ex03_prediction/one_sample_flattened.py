"""The prediction of a single sample was flattened to shape (k,).

Advice: One sample is still a row: shape (1, k). Later steps rely on two dimensions.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return (X @ weight + bias).squeeze(0)
