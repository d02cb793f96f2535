"""The call changes torch's default dtype, for all code that runs after it.

Advice: Choose the dtype of your own tensor where you make it; a default is shared by the whole
program.
"""

FAILS = {"prediction"}

import torch


def predict_new(samples, weight, bias):
    torch.set_default_dtype(torch.float64)
    X = torch.as_tensor(samples, dtype=torch.get_default_dtype())
    if X.ndim == 1:
        X = X.unsqueeze(0)
    with torch.no_grad():
        return (X @ weight.double() + bias.double()).float()
