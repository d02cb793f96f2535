"""A learning rate of 0 is mistaken for a missing one and replaced by 0.01.

Advice: In Python, 0.0 counts as false. What does `lr or 0.01` give for `lr = 0.0`?
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    lr = lr or 0.01
    with torch.no_grad():
        weight -= lr * weight.grad
        bias -= lr * bias.grad
    weight.grad = None
    bias.grad = None
    return weight, bias
