"""Losses of earlier calls are mixed in: the result is the mean over all calls so far.

Advice: The list outside the function remembers every call. The same arguments should always give
the same loss.
"""

FAILS = {"mean"}

import torch

losses = []


def mse_loss(pred, y):
    losses.append(torch.mean((pred - y) ** 2))
    return sum(losses) / len(losses)
