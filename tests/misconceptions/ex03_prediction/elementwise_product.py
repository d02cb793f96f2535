"""`*` multiplies entry by entry; a weighted sum needs the matrix product.

Advice: With one feature and one output both give the same result; with more they do not.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return X * weight + bias
