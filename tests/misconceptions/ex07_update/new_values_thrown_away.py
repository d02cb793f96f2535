"""Nothing moves: weight and bias are returned with the numbers that they had.

Advice: Follow the names from `.grad` to the `return`. Does `.grad` still hold the gradient when
your step uses it, and do the new numbers get into what you return?
"""

FAILS = {"step", "fresh_leaves"}

import torch


def update(weight, bias, lr):
    new_weight = weight.data - weight.grad * lr
    new_bias = bias.data - bias.grad * lr
    return weight, bias
