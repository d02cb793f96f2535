"""The last feature is left out of the sum.

Advice: `range(m)` runs from 0 to m - 1 by itself, so nothing needs to be taken off. Count the
features that your loop visits.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    total = torch.zeros(X.shape[0], weight.shape[1])
    for f in range(X.shape[1] - 1):
        total = total + X[:, f : f + 1] * weight[f]
    return total + bias
