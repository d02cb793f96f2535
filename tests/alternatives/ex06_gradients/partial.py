"""functools.partial and two smaller functions, with prints and an unused import of torch.nn."""

from functools import partial

import torch.nn as nn


def scaled_errors(X, y, weight, bias, factor):
    return factor * (X @ weight + bias - y) / y.numel()


def both_sums(factor, X, y, weight, bias):
    errors = scaled_errors(X, y, weight, bias, factor=factor)
    print("errors", errors.flatten()[:3])
    return X.T @ errors, errors.sum(dim=-2)


manual_gradients = partial(both_sums, 2)
