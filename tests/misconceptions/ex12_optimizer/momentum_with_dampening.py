"""The optimizer has momentum; dampening hides it as long as the gradients stay the same.

Advice: With momentum, a step also follows earlier gradients. Plain gradient descent knows only the
current one.
"""

FAILS = {"optimizer"}

import torch
from torch import nn


def build_training(model, lr):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9, dampening=0.9)
    return nn.MSELoss(), optimizer
