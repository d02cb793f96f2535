"""The letters of einsum pair the features with the wrong side of the weight.

Advice: X is nd and weight is dk: einsum('nd,dk->nk', X, weight), or X @ weight.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    return torch.einsum("ij,kj->ik", X, weight) + bias
