"""Imports everything from torch.nn and torch.optim."""

from torch.nn import *
from torch.optim import *


def build_training(model, lr):
    return MSELoss(), SGD(model.parameters(), lr=lr)
