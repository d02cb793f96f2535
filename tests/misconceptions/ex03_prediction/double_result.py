"""The result is float64.

Advice: Parameters and data are float32, and so is their product; leave the dtype alone.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return X.double() @ weight.double() + bias.double()
