"""Gradient recording is switched on at the end, whatever it was before.

Advice: This function may be called with recording off. `with torch.no_grad():` goes back to
whatever was set before; what does your last line do?
"""

FAILS = {"no_gradients"}

import torch


def predict_new(samples, weight, bias):
    torch.set_grad_enabled(False)
    table = torch.as_tensor(samples, dtype=torch.float32)
    if table.dim() == 1:
        table = table.reshape(1, -1)
    pred = table @ weight + bias
    torch.set_grad_enabled(True)
    return pred
