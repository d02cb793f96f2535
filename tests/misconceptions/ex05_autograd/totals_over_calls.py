"""The totals outside the function keep growing: each call returns the sum of all gradients so far.

Advice: You clear `.grad`, but then add to variables that outlive the call. What should a single
call return?
"""

FAILS = {"every_call"}

import torch

total_weight = {}
total_bias = {}


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    shape = weight.shape
    total_weight[shape] = total_weight.get(shape, 0) + weight.grad
    total_bias[shape] = total_bias.get(shape, 0) + bias.grad
    return total_weight[shape], total_bias[shape]
