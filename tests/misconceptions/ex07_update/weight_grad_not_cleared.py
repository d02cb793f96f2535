"""The bias's gradient is cleared, the weight's is not.

Advice: Both parameters carry a used gradient after the step. Did you clear the same one twice?
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
