"""Only the first sample is predicted.

Advice: The result has as many rows as there are samples. Look at where all but the first row get
lost.
"""

FAILS = {"prediction"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    X = X.reshape(-1, weight.shape[0])[:1]
    with torch.no_grad():
        return X @ weight + bias
