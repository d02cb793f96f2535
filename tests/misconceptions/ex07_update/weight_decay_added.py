"""Besides the step, a part of the weight itself is subtracted.

Advice: That is weight decay, a different method. The plain step uses `lr` and the gradient, and
nothing else.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr, decay=0.01):
    with torch.no_grad():
        weight -= lr * (weight.grad + decay * weight)
        bias -= lr * bias.grad
    weight.grad = None
    bias.grad = None
    return weight, bias
