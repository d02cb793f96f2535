"""The step is right, but torch's default dtype is different after the call.

Advice: A setting of torch holds for the whole program. Give a dtype to the tensors that you make, not to torch.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    torch.set_default_dtype(torch.float64)
    with torch.no_grad():
        weight -= lr * weight.grad
        bias -= lr * bias.grad
    weight.grad = None
    bias.grad = None
    return weight, bias
