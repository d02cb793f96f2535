"""The prediction is cut off from weight and bias: what comes back are numbers without a way back for the gradients.

Advice: detach(), .data, numpy(), tolist() and torch.no_grad() all cut it off. A grad_fn in the printout is no mistake,
it is that way back.
"""

FAILS = {"gradient_flow"}

import torch


def predict(X, weight, bias):
    with torch.no_grad():
        return X @ weight + bias
