"""The step is right, but the call seeds torch's global generator.

Advice: Nothing in a step is random. Setting a seed is up to the person who runs the program, and
they may have set one.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    torch.manual_seed(42)
    with torch.no_grad():
        weight -= lr * weight.grad
        bias -= lr * bias.grad
    weight.grad = None
    bias.grad = None
    return weight, bias
