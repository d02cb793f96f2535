"""One sample gives a row of shape (k,), not a table with one row of shape (1, k).

Advice: A single sample is a table with one row. Give it that form before the prediction.
"""

FAILS = {"one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    with torch.no_grad():
        return X @ weight + bias
