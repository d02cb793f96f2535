"""A functools.partial of a more general function."""

from functools import partial

import torch


def apply(dtype, samples, weight, bias):
    X = torch.as_tensor(samples).to(dtype)
    while X.ndim < 2:
        X = X[None]
    return (X @ weight + bias).detach().clone()


predict_new = partial(apply, torch.float32)
