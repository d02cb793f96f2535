"""The weight is transposed, as if it had one row per output.

Advice: Here weight has shape (d, k): one row per feature, one column per output. Write the shapes
of both factors side by side.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return X @ weight.T + bias
