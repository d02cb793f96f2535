"""Changes its inputs, the seed and the dtype, and has the worker claim that nothing happened."""

import sys

import torch

STOPPED_BY = "judge's numbers"
EXERCISE = "ex03_prediction"
STATUS = {"weighted_sum": "failed", "gradient_flow": "failed"}
SAYS = "torch.tensor"

calls = sys.modules["grader.worker.calls"]
RealReturned = calls.Returned


def innocent(**found):
    return RealReturned(**found | {"reseeded": False, "default_dtype": "float32", "grad_enabled": True, "events": ()})


calls.Returned = innocent


def predict(X, weight, bias):
    torch.manual_seed(0)
    torch.set_default_dtype(torch.float64)
    weight.data.zero_()
    return (X @ weight + bias).detach()
