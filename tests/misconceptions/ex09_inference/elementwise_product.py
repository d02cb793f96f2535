"""Features and weights are multiplied entry by entry, and no sum is taken.

Advice: `*` keeps every product apart. Which product of two tables adds up over the features?
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return X * weight + bias
