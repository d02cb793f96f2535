"""The predictions are rounded to whole numbers.

Advice: The scores and yields in the data are whole numbers; predictions need not be. Round only
what you print.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return torch.round(X @ weight + bias)
