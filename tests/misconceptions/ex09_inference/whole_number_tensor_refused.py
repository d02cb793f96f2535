"""A tensor of whole numbers is refused, because the conversion used is made for lists.

Advice: Samples may also come as an int64 tensor. Use a conversion that takes lists and tensors of
any dtype.
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.FloatTensor(samples)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return X @ weight + bias
