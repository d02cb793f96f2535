"""The samples are treated as a tensor, but they may be a list, and a list has none of a tensor's methods.

Advice: torch.as_tensor takes both, lists and tensors.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    samples = samples.float()
    if samples.ndim == 1:
        samples = samples.unsqueeze(0)
    with torch.no_grad():
        return samples @ weight + bias
