"""Hides the forbidden function in a default argument of a helper of a helper."""

import torch

STOPPED_BY = "syntax rules"
EXERCISE = "ex04_mse"
STATUS = {"mean": "failed", "gradient_flow": "failed"}
SAYS = "torch.nn.functional.mse_loss is ruled out here; write this step yourself."


def deep_down(pred, y, how=torch.nn.functional.mse_loss):
    return how(pred, y)


def helper(*tensors):
    return deep_down(*tensors)


def mse_loss(pred, y):
    return helper(pred, y)
