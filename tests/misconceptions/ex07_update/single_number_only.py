"""A single number is taken out of each parameter, which works for a single weight and a single bias only.

Advice: Tensors are subtracted entry by entry without your help. There is no need to take the
numbers out with item() or float().
"""

FAILS = {"step", "fresh_leaves"}

import torch


def update(weight, bias, lr):
    new_weight = weight.item() - lr * weight.grad.item()
    new_bias = bias.item() - lr * bias.grad.item()
    weight = torch.tensor([[new_weight]], requires_grad=True)
    bias = torch.tensor([new_bias], requires_grad=True)
    return weight, bias
