"""The new parameters do not require grad, so nothing can be learned after this step.

Advice: What is computed without recording does not require grad by itself. How did the first parameters get it?
"""

FAILS = {"fresh_leaves"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight = weight - lr * weight.grad
        bias = bias - lr * bias.grad
    return weight, bias
