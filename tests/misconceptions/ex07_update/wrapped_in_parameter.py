"""The new tensors are wrapped in `nn.Parameter`, and this exercise does without `torch.nn`.

Advice: A parameter here is a plain tensor: a leaf that requires grad. You have made such tensors
before.
"""

FAILS = {"step", "fresh_leaves"}

import torch
from torch.nn import Parameter


def update(weight, bias, lr):
    new_weight = Parameter(weight.detach() - lr * weight.grad)
    new_bias = Parameter(bias.detach() - lr * bias.grad)
    return new_weight, new_bias
