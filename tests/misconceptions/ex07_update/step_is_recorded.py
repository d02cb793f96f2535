"""The step was recorded by autograd, so the new parameters are results, not leaves.

Advice: `backward()` fills `.grad` of leaves only. What tells PyTorch not to record a calculation?
"""

FAILS = {"fresh_leaves"}

import torch


def update(weight, bias, lr):
    weight = weight - lr * weight.grad
    bias = bias - lr * bias.grad
    return weight, bias
