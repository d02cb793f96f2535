"""`.grad` is set to the number 0, but it can only hold a tensor or None.

Advice: Read the last line of the error. Either fill the tensor that is there with zeros, or remove
it.
"""

FAILS = {"step", "fresh_leaves"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= lr * weight.grad
        bias -= lr * bias.grad
    weight.grad = 0
    bias.grad = 0
    return weight, bias
