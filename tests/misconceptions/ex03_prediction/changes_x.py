"""X is overwritten while computing.

Advice: Operations with a trailing underscore, `*=` and assignment into X change the caller's
tensor.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    result = X @ weight + bias
    X -= X.mean()
    return result
