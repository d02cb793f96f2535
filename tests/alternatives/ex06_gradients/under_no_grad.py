"""The formula stands in a no_grad block, which switches recording off and on again."""

import torch


def manual_gradients(X, y, weight, bias):
    with torch.no_grad():
        error = torch.addmm(bias, X, weight).sub(y)
        scale = 2.0 / error.numel()
        return torch.mm(X.T, error).mul(scale), error.sum(dim=0).mul(scale)
