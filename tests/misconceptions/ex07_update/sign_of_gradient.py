"""Only the gradient's sign is used, so steep and flat slopes get the same step.

Advice: A large gradient says that the parameter is far off. The plain step keeps that information.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= lr * weight.grad.sign()
        bias -= lr * bias.grad.sign()
    weight.grad = None
    bias.grad = None
    return weight, bias
