"""The result is float64, though weight and bias are float32.

Advice: More digits do not make the parameters any better. Everything in this course is float32.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float64)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return X @ weight.double() + bias.double()
