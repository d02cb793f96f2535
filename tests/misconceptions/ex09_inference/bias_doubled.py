"""The bias is added twice.

Advice: Compare one prediction with the sum worked out by hand: the weighted sum, and then the bias,
once.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        pred = X @ weight + bias
        pred += bias
        return pred
