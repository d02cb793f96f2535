"""The predictions of all samples were added up.

Advice: Each sample has a prediction of its own: n rows come in, n rows go out.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return (X @ weight + bias).sum(dim=0)
