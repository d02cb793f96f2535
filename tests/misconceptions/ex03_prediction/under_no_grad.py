"""The prediction is cut off from weight and bias: what is returned are plain numbers, with no way back for gradients.

Advice: detach(), .data, numpy(), tolist() and torch.no_grad() all cut it off. A grad_fn in the
printed output is not a mistake; it is that way back.
"""

FAILS = {"gradient_flow"}

import torch


def predict(X, weight, bias):
    with torch.no_grad():
        return X @ weight + bias
