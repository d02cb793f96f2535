"""A table with as many samples as features is taken for one sample.

Advice: The length of a table says how many rows it has. What tells one sample from a table is the
number of dimensions.
"""

FAILS = {"prediction"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if len(samples) == weight.shape[0]:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return X @ weight + bias
