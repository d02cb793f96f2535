"""The factors stand the wrong way round: a matrix product has an order.

Advice: The columns of the left factor must be as many as the rows of the right one.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return weight @ X + bias
