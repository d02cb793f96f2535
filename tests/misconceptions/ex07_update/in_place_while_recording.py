"""A leaf that requires grad is changed in place while autograd is recording, which PyTorch refuses.

Advice: Read the last line of the error. The update is not part of the prediction, so it should not
be recorded.
"""

FAILS = {"step", "fresh_leaves"}

import torch


def update(weight, bias, lr):
    weight -= lr * weight.grad
    bias -= lr * bias.grad
    weight.grad = None
    bias.grad = None
    return weight, bias
