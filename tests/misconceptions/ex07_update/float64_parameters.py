"""The new parameters are float64, and no longer fit the float32 data.

Advice: Look for `double()`, `float64` or a NumPy array on the way. The result should be float32 like what came in.
"""

FAILS = {"step"}

import numpy as np
import torch


def update(weight, bias, lr):
    new_weight = weight.detach().numpy() - np.float64(lr) * weight.grad.numpy().astype(np.float64)
    new_bias = bias.detach().numpy() - np.float64(lr) * bias.grad.numpy().astype(np.float64)
    return torch.tensor(new_weight, requires_grad=True), torch.tensor(new_bias, requires_grad=True)
