"""The call changes whether the caller's weight and bias require grad.

Advice: Keep gradients out of this one computation only, and leave the parameters that you were
given as they are.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    weight.requires_grad_(False)
    bias.requires_grad_(False)
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    prediction = X @ weight + bias
    weight.requires_grad_(True)
    bias.requires_grad_(True)
    return prediction
