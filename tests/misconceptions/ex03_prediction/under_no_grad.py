"""Under no_grad nothing is recorded, so no gradient reaches the parameters.

Advice: no_grad is for updates and for predictions after training.
"""

FAILS = {"gradient_flow"}

import torch


def predict(X, weight, bias):
    with torch.no_grad():
        return X @ weight + bias
