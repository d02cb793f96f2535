"""The step is taken twice: once in place, and once more for what is returned.

Advice: After an in-place update the tensor already holds the new numbers. What do you subtract from it then?
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    weight.data -= lr * weight.grad
    bias.data -= lr * bias.grad
    new_weight = weight.detach() - lr * weight.grad
    new_bias = bias.detach() - lr * bias.grad
    return new_weight.requires_grad_(), new_bias.requires_grad_()
