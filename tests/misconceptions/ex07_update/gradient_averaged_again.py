"""The gradient is divided by the number of its entries, though the loss was averaged already.

Advice: The mean is part of the loss, so its gradients are already right. The step needs only `lr` and `.grad`.
"""

FAILS = {"step"}

import torch


def update(weight, bias, lr):
    with torch.no_grad():
        weight -= lr * weight.grad / weight.grad.numel()
        bias -= lr * bias.grad / bias.grad.numel()
    weight.grad.zero_()
    bias.grad.zero_()
    return weight, bias
