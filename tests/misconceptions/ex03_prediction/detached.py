"""`detach` cuts the prediction off, so no gradient reaches the parameters.

Advice: A grad_fn in the printout is no mistake: it is the way back for the gradients.
"""

FAILS = {"gradient_flow"}

import torch


def predict(X, weight, bias):
    return (X @ weight + bias).detach()
