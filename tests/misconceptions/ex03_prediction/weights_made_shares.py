"""The weights were divided by their sum, as if they had to add up to 1.

Advice: A weight may be any number, 20 as well as -3. Take the weights as they are.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    return X @ (weight / weight.sum(dim=0)) + bias
