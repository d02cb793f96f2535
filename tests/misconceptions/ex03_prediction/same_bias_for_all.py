"""The first bias is added to every output.

Advice: Output j has bias j; broadcasting does that by itself.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return X @ weight + bias[0]
