"""The factors are the wrong way round: a matrix product has an order.

Advice: The left factor must have as many columns as the right one has rows.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return weight @ X + bias
