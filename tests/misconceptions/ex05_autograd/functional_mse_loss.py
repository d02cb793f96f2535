"""The library's own mse_loss is used; here prediction and loss are yours to write.

Advice: Another name for an import does not change what it is. Use your three operations from the
page before.
"""

FAILS = {"gradients", "every_call"}

import torch.nn.functional as F


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = F.mse_loss(X @ weight + bias, y)
    loss.backward()
    return weight.grad, bias.grad
