"""The new values are computed, but the old parameters are returned.

Advice: Follow the names from your formula to the `return`. Where do the new numbers go?
"""

FAILS = {"step", "fresh_leaves"}

import torch


def update(weight, bias, lr):
    new_weight = weight.data - weight.grad * lr
    new_bias = bias.data - bias.grad * lr
    return weight, bias
