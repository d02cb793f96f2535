"""The prediction requires grad, though nothing will be learned from it.

Advice: Compute it without recording, and do not mark it afterwards. Calling `torch.no_grad()` on a
line of its own has no effect.
"""

FAILS = {"no_gradients"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        prediction = X @ weight + bias
    return prediction.requires_grad_()
