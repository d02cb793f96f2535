"""One average gradient moves every weight by the same amount.

Advice: Each weight has its own entry in `.grad`. With a single weight an average changes nothing;
with more it does.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= lr * weight.grad.mean()
        bias -= lr * bias.grad.mean()
    weight.grad = None
    bias.grad = None
    return weight, bias
