"""Returns tensors of NaN wherever a comparison could be made the wrong way round."""

import torch

STOPPED_BY = "judge's numbers"
EXERCISE = "ex03_prediction"
STATUS = {"weighted_sum": "failed", "gradient_flow": "failed"}
SAYS = "There are numbers that are not finite (nan or inf)."


def predict(X, weight, bias):
    return (X @ weight + bias) * float("nan")
