"""The prediction is cut off from the weight, so the weight gets no gradient.

Advice: detach(), .data, numpy(), tolist() and item() all cut it off. Use weight itself in the formula.
"""

FAILS = {"gradient_flow"}

import torch


def predict(X, weight, bias):
    return X @ torch.tensor(weight.tolist()) + bias
