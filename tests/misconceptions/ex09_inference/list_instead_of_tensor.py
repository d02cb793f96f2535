"""The predictions are returned as a Python list, not as a tensor.

Advice: Return the tensor itself. Turning it into a list is up to the caller.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return (X @ weight + bias).tolist()
