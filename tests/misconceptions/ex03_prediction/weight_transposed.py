"""The weight is transposed, as if it had one row for each output.

Advice: Here the weight has shape (d, k), so X of shape (n, d) can be multiplied with it as it is.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return X @ weight.T + bias
