"""The predictions are returned as a list of rows, not as one tensor.

Advice: A loop over the samples is fine, but its rows still have to become one tensor of shape (n,
k).
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    rows = []
    for x in X:
        rows.append(x @ weight + bias)
    return rows
