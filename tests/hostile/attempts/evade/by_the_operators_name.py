"""Calls torch's operator mse_loss in its registry of operators."""

import torch

STOPPED_BY = "syntax rules"
EXERCISE = "ex04_mse"
STATUS = {"mean": "failed", "gradient_flow": "failed"}
SAYS = "torch.ops.aten.mse_loss is ruled out here; write this step yourself."


def mse_loss(pred, y):
    return torch.ops.aten.mse_loss(pred, y)
