"""The new weight requires grad, the new bias does not, so the bias learns in the first epoch only.

Advice: Look at what you return for the bias, and compare it with what you return for the weight.
"""

FAILS = {"fresh_leaves"}

import torch


def update(weight, bias, lr):
    new_weight = weight.detach() - lr * weight.grad
    new_bias = bias.detach() - lr * bias.grad
    new_weight.requires_grad = True
    return new_weight, new_bias
