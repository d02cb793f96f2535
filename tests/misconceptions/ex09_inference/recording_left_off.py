"""Gradient recording is switched off for the prediction, and never switched on again.

Advice: The next training would record nothing. Use a form that ends by itself when the prediction
is done.
"""

FAILS = {"no_gradients"}

import torch


def predict_new(samples, weight, bias):
    torch.set_grad_enabled(False)
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    return X @ weight + bias
