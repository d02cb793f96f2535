"""The predictions of earlier calls are returned as well.

Advice: A list outside the function survives between calls. Start with an empty one in every call.
"""

FAILS = {"weighted_sum"}

import torch


predictions = []


def predict(X, weight, bias):
    for row in X:
        predictions.append(row @ weight + bias)
    return torch.stack(predictions)
