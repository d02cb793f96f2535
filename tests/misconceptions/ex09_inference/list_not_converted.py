"""The samples go into the formula as they came: a list is not a tensor.

Advice: A list has no matrix product, and whole numbers do not mix with float32 weights. Convert
the samples first, whatever they are.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    if isinstance(samples, torch.Tensor) and samples.ndim == 1:
        samples = samples.unsqueeze(0)
    with torch.no_grad():
        return samples @ weight + bias
