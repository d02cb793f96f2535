"""X is overwritten during the computation.

Advice: Operations with a trailing underscore, `*=` and assignments into X change the caller's
tensor.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    result = X @ weight + bias
    X -= X.mean()
    return result
