"""The loss is computed in NumPy, so it is not a tensor and PyTorch has recorded nothing.

Advice: NumPy knows nothing of gradients. The same subtraction, power and mean exist for tensors.
"""

FAILS = {"mean", "gradient_flow"}

import numpy as np


def mse_loss(pred, y):
    return np.mean((pred.detach().numpy() - y.detach().numpy()) ** 2)
