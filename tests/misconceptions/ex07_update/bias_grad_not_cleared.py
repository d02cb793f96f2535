"""The weight's gradient is cleared, the bias's is not.

Advice: The step uses up both gradients, and both have to go. Count the ones you clear.
"""

FAILS = {"fresh_leaves"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= lr * weight.grad
        bias -= lr * bias.grad
    weight.grad.zero_()
    return weight, bias
