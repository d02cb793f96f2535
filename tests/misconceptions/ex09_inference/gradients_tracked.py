"""The prediction still tracks gradients, because it was computed with recording left on.

Advice: Nothing is learned here. Compute the prediction without recording; calling
`torch.no_grad()` on a line of its own has no effect.
"""

FAILS = {"no_gradients"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(0)
    return X @ weight + bias
