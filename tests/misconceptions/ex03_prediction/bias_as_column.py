"""The bias was turned into a column, so it runs along the samples.

Advice: A bias belongs to an output, and outputs are the columns. As given, with shape (k,), it
already fits every row.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return X @ weight + bias.reshape(-1, 1)
