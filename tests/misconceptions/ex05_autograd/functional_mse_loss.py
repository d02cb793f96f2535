"""The library's own mse_loss is used; here you write the prediction and the loss yourself.

Advice: Everything in torch.nn counts, under whatever name it is imported. Use your three operations
from the exercise before.
"""

FAILS = {"gradients", "every_call"}

import torch.nn.functional as F


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = F.mse_loss(X @ weight + bias, y)
    loss.backward()
    return weight.grad, bias.grad
