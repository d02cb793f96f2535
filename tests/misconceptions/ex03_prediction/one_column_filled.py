"""Only one column of the result is filled in; the others stay 0.

Advice: Each output has a column of its own: column j is X @ weight[:, j] + bias[j].
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    n, k = X.shape[0], weight.shape[1]
    out = torch.zeros(n, k)
    for j in range(k):
        out[:, 0] = X @ weight[:, j] + bias[j]
    return out
