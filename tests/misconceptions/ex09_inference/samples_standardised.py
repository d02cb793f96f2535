"""The new samples are shifted and scaled by their own mean and spread before the prediction.

Advice: The parameters were learned from the numbers as they are, so new samples must stay as they
are, too.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    X = (X - X.mean(dim=0)) / X.std(dim=0)
    with torch.no_grad():
        return X @ weight + bias
