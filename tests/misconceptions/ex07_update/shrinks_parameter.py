"""The parameter is multiplied by one minus the step; the step should be subtracted instead.

Advice: The step has the same size whatever the parameter's own value is. Try a weight of zero.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight *= 1 - lr * weight.grad
        bias *= 1 - lr * bias.grad
    weight.grad = None
    bias.grad = None
    return weight, bias
