"""The features lose everything after the decimal point.

Advice: `int` and `long` cut fractions off. The features are float32 already and need no
conversion.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    return X.int().float() @ weight + bias
