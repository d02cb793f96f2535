"""The samples are turned into whole numbers: 2.75 hours count as 2.

Advice: Leave the numbers as they are; float32 holds whole numbers as well as fractions.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples).long().float()
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return X @ weight + bias
