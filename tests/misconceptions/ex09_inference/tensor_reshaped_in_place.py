"""The caller's own tensor is changed from shape (d,) to (1, d).

Advice: Methods that end in an underscore change the tensor itself, and yours may be the tensor
that the caller keeps using.
"""

FAILS = {"one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X.unsqueeze_(0)
    with torch.no_grad():
        return X @ weight + bias
