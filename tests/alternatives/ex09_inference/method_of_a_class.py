"""A class holds the parameters, and a function with an extra, optional parameter calls its method."""

import torch
import torch.nn as nn  # not used


class LinearModel:
    def __init__(self, weight, bias):
        self.weight = weight
        self.bias = bias

    def __call__(self, X):
        return X @ self.weight + self.bias


def predict_new(samples, weight, bias, verbose=True):
    model = LinearModel(weight=weight, bias=bias)
    X = torch.as_tensor(samples, dtype=torch.float32)
    with torch.set_grad_enabled(False):
        pred = model(X.unsqueeze(0) if X.ndim == 1 else X)
    if verbose:
        print(f"{len(pred)} predictions:", pred)
    return pred
