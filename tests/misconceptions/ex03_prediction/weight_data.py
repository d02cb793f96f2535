"""`.data` leaves the graph: the weight gets no gradient.

Advice: Use weight itself in the formula.
"""

FAILS = {"gradient_flow"}

import torch


def predict(X, weight, bias):
    return X @ weight.data + bias
