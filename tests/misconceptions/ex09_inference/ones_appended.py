"""A 1 is appended to every row of the caller's list, so the rows are longer after the call.

Advice: Treating the bias as one more weight is fine, but do it on data of your own: the list
belongs to the caller.
"""

FAILS = {"prediction"}

import torch


def predict_new(samples, weight, bias):
    if isinstance(samples, list) and isinstance(samples[0], list):
        for row in samples:
            row.append(1)
        X = torch.tensor(samples, dtype=torch.float32)
    else:
        X = torch.as_tensor(samples, dtype=torch.float32).reshape(-1, weight.shape[0])
        X = torch.cat([X, torch.ones(len(X), 1)], dim=1)
    with torch.no_grad():
        return X @ torch.cat([weight, bias.unsqueeze(0)])
