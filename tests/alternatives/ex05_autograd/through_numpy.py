"""The gradients take a way round by NumPy before they are returned."""

import numpy as np
import torch


def autograd_gradients(X, y, weight, bias):
    loss = torch.mean((X @ weight + bias - y) ** 2)
    arrays = [np.array(g) for g in torch.autograd.grad(loss, (weight, bias))]
    return torch.from_numpy(arrays[0]), torch.from_numpy(arrays[1])
