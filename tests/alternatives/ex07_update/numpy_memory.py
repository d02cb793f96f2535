"""NumPy views of the parameters' own memory take the step."""

import numpy as np
import torch


def update(weight, bias, lr):
    for parameter in (weight, bias):
        view = parameter.detach().numpy()
        np.subtract(view, np.float32(lr) * parameter.grad.numpy(), out=view)
        parameter.grad = None
    return weight, bias
