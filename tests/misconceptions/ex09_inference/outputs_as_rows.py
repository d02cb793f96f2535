"""The result is transposed: one row per output instead of one per sample.

Advice: The result has shape (m, k). Samples are rows, in the result as in the data.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return weight.T @ X.T + bias.reshape(-1, 1)
