"""Everything of torch is imported by a star, and the functions are called by bare names."""

from torch import *


def mse_loss(pred, y):
    return mean(square(sub(pred, y)))
