"""New parameters are made, and the used gradients are handed on to them.

Advice: A new leaf begins without a gradient, and that is what the next epoch needs.
"""

FAILS = {"fresh_leaves"}

import torch


def update(weight, bias, lr):
    new_weight = (weight.detach() - lr * weight.grad).requires_grad_()
    new_bias = (bias.detach() - lr * bias.grad).requires_grad_()
    new_weight.grad = weight.grad
    new_bias.grad = bias.grad
    return new_weight, new_bias
