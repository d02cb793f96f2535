"""The bias takes only half of its step.

Advice: Weight and bias follow the same rule with the same learning rate.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= lr * weight.grad
        bias -= lr / 2 * bias.grad
    weight.grad = None
    bias.grad = None
    return weight, bias
