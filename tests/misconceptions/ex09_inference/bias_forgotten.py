"""The bias is missing: the result is the weighted sum alone.

Advice: A prediction uses all that was learned, and the bias was learned as well.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return X @ weight
