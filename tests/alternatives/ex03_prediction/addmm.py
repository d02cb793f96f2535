"""addmm does both at once, and is a plain tensor operation."""

import torch


def predict(X, weight, bias):
    return torch.addmm(bias, X, weight)
