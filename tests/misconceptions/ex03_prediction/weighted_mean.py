"""The weighted sum is divided by the number of features.

Advice: Nothing is averaged here: a prediction is the sum of all the products, plus the bias.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    return X @ weight / X.shape[1] + bias
