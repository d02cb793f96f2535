"""The weight's gradient is cleared, the bias's is not.

Advice: Both parameters carry a used gradient after the step. Count the ones you clear.
"""

FAILS = {"fresh_leaves"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= lr * weight.grad
        bias -= lr * bias.grad
    weight.grad.zero_()
    return weight, bias
