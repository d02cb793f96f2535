"""The bias's gradient is cleared, the weight's is not.

Advice: The step uses up both gradients, and both have to go. Did you clear the same one twice?
"""

FAILS = {"fresh_leaves"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= lr * weight.grad
        bias -= lr * bias.grad
    bias.grad = None
    bias.grad = None
    return weight, bias
