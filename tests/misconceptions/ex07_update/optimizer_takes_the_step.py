"""`torch.optim.SGD` takes the step, which this exercise asks you to write yourself.

Advice: All of `torch.optim` waits until a later exercise. What does its `step` do with each
parameter?
"""

FAILS = {"step", "fresh_leaves"}

import torch
from torch.optim import SGD as S


def update(weight, bias, lr):
    optimizer = S([weight, bias], lr=lr)
    optimizer.step()
    optimizer.zero_grad()
    return weight, bias
