"""The used gradients are still in `.grad`, where the next ones will be added.

Advice: `backward()` adds to what it finds. What should it find in the next epoch?
"""

FAILS = {"fresh_leaves"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= lr * weight.grad
        bias -= lr * bias.grad
    return weight, bias
