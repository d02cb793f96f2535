"""The predictions of earlier calls come back as well.

Advice: A list outside the function lives on between the calls. Start with nothing at every call.
"""

FAILS = {"weighted_sum"}

import torch


predictions = []


def predict(X, weight, bias):
    for row in X:
        predictions.append(row @ weight + bias)
    return torch.stack(predictions)
