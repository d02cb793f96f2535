"""The parameters themselves are set to zero instead of their gradients.

Advice: What was learned is in the tensor; what is used up is in its `.grad`. Look at what you set
to zero.
"""

FAILS = {"step", "fresh_leaves"}

import torch


def update(weight, bias, lr):
    weight.data -= lr * weight.grad
    bias.data -= lr * bias.grad
    weight.data.zero_()
    bias.data.zero_()
    return weight, bias
