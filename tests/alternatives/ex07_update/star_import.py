"""Names come from a star import, and the numbers go through Python lists."""

from torch import *


def update(weight, bias, lr):
    w = tensor((weight.detach() - mul(weight.grad, lr)).tolist(), dtype=float32, requires_grad=True)
    b = tensor((bias.detach() - mul(bias.grad, lr)).tolist(), dtype=float32, requires_grad=True)
    return w, b
