"""Everything is put into one row, as if there were always a single sample.

Advice: Only one dimension means one sample. A table with m rows stays as it is: ask X.ndim first.
"""

FAILS = {"prediction", "no_gradients"}

import torch


def predict_new(samples, weight, bias):
    x = torch.as_tensor(samples, dtype=torch.float32).view(1, -1)
    with torch.no_grad():
        return x @ weight + bias
