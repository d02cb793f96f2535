"""A decorator prints what comes in and goes out; annotations are postponed."""

from __future__ import annotations

import functools

from torch import Tensor


def shown(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        result = function(*args, **kwargs)
        print(function.__name__, [tuple(a.shape) for a in args], "->", result)
        return result

    return wrapper


@shown
def mse_loss(pred: Tensor, y: Tensor) -> Tensor:
    return ((pred - y) ** 2).mean()
