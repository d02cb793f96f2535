"""Samples of earlier calls are predicted again: they are kept in a list that outlives the call.

Advice: A default value is made once, when the function is defined. Start every call with a list
of its own.
"""

FAILS = {"prediction"}

import torch


def predict_new(samples, weight, bias, rows=[]):
    new = torch.as_tensor(samples, dtype=torch.float32).reshape(-1, weight.shape[0])
    for row in new:
        rows.append(row)
    with torch.no_grad():
        return torch.stack(rows) @ weight + bias
