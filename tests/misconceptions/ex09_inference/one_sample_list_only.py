"""A single sample is only recognised as a list; a tensor of shape (d,) is taken for a table.

Advice: The items of a tensor are tensors, never Python numbers. Make one tensor of everything
first, and then ask for its dimensions.
"""

FAILS = {"one_sample"}

import torch


def predict_new(samples, weight, bias):
    if isinstance(samples[0], (int, float)):
        samples = [samples]
    X = torch.as_tensor(samples, dtype=torch.float32)
    with torch.no_grad():
        return X @ weight + bias
