"""Calculated in float64 and returned in float32."""

import torch


def predict(X, weight, bias):
    exact = X.double() @ weight.double() + bias.double()
    return exact.to(torch.float32)
