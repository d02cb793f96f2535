"""Only the first column of the weight is used.

Advice: All k columns are outputs.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return X @ weight[:, :1] + bias[:1]
