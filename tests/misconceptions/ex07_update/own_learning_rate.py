"""The learning rate is fixed inside the function, and the one that is passed is never read.

Advice: The caller chooses the learning rate. Look for a number where the argument should be.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    lr = 0.01
    weight.data = weight.data - weight.grad * lr
    bias.data = bias.data - bias.grad * lr
    weight.grad = None
    bias.grad = None
    return weight, bias
