"""Only the first sample is predicted.

Advice: X holds n samples. Each of them gets its own row in the result.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return X[:1] @ weight + bias
