"""One sample with a single feature stays flat, and so does its prediction: shape (k,) instead of (1, k).

Advice: One number in a flat list is one sample too. How can the number of dimensions alone decide,
whatever the length is?
"""

FAILS = {"one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.dim() == 1 and len(X) > 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return X @ weight + bias
