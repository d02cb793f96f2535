"""The gradient is divided by the learning rate, so a small rate makes a huge step.

Advice: A smaller learning rate should make the step smaller. Check what yours does for 0.01.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= weight.grad / lr
        bias -= bias.grad / lr
    weight.grad.zero_()
    bias.grad.zero_()
    return weight, bias
