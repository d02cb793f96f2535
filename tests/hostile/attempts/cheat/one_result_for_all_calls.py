"""Writes every result of the same shape into the same memory."""

import torch

STOPPED_BY = "a look at earlier results"
EXERCISE = "ex03_prediction"
STATUS = {"weighted_sum": "failed", "gradient_flow": "passed"}
SAYS = "This call changes what an earlier call has returned."

kept = {}


def predict(X, weight, bias):
    right = X @ weight + bias
    if right.requires_grad:
        return right
    result = kept.setdefault(tuple(right.shape), torch.empty_like(right))
    return result.copy_(right)
