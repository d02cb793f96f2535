"""A rough look at the predictions is printed on the way."""

import torch


def predict(X, weight, bias):
    out = X @ weight + bias
    print("rough", out.detach().half())
    return out
