"""A tensor with several rows is taken for one sample, because its rows are not lists.

Advice: Asking the first item whether it is a list works for lists only. A tensor knows its own
number of dimensions.
"""

FAILS = {"prediction"}

import torch


def predict_new(samples, weight, bias):
    if not isinstance(samples[0], list):
        samples = [samples]
    X = torch.tensor(samples, dtype=torch.float32)
    with torch.no_grad():
        return X @ weight + bias
