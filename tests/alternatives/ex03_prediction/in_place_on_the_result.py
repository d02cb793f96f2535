"""An in-place addition on the function's own result."""

import torch


def predict(X, weight, bias):
    result = X @ weight
    result += bias
    return result
