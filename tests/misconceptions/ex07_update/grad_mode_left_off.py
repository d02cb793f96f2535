"""Recording is switched off for the step and never switched on again.

Advice: Later code may need gradients. A `with` block switches recording back on by itself.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    torch.set_grad_enabled(False)
    weight -= lr * weight.grad
    bias -= lr * bias.grad
    weight.grad = None
    bias.grad = None
    return weight, bias
