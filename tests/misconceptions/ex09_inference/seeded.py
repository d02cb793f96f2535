"""The prediction seeds torch's random generator, though nothing here is random.

Advice: With the same parameters the prediction is the same anyway. Setting a seed is up to the
caller.
"""

FAILS = {"prediction"}

import torch


def predict_new(samples, weight, bias):
    torch.manual_seed(42)
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return X @ weight + bias
