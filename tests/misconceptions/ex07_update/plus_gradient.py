"""The gradient is added to the parameter, so the step goes uphill and the loss grows.

Advice: The gradient points to where the loss rises. Which way do you want to go?
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight += lr * weight.grad
        bias += lr * bias.grad
    weight.grad = None
    bias.grad = None
    return weight, bias
