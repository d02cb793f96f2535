"""The bias moves by the weight's gradient, and takes on the weight's shape.

Advice: Compare the two update lines name by name. One was copied from the other.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    new_weight = weight.detach() - lr * weight.grad
    new_bias = bias.detach() - lr * weight.grad
    return new_weight.requires_grad_(), new_bias.requires_grad_()
