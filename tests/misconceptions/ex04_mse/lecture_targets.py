"""The predictions are compared with targets written into the file, not with the ones given.

Advice: Your function gets `y`. Does anything in it use that name?
"""

FAILS = {"mean"}

import torch

scores = torch.tensor([[20.0], [40.0], [60.0]])


def mse_loss(pred, y):
    return torch.mean((pred - scores) ** 2)
