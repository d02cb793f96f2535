"""The step is twice as long as it should be.

Advice: Is it taken twice, in place and once more for what is returned? Or does a 2 stand before it?
The 2 of the square is in the gradient already.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    weight.data -= lr * weight.grad
    bias.data -= lr * bias.grad
    new_weight = weight.detach() - lr * weight.grad
    new_bias = bias.detach() - lr * bias.grad
    return new_weight.requires_grad_(), new_bias.requires_grad_()
