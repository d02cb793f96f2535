"""Detaches the parameters; recording stays on, but there is nothing to record."""

import torch


def predict_new(samples, weight, bias):
    if torch.is_tensor(samples):
        X = samples.clone().float()
    else:
        X = torch.tensor(samples, dtype=torch.float32)
    return torch.atleast_2d(X) @ weight.detach() + bias.detach()
