"""A detour over NumPy cuts the graph.

Advice: NumPy knows nothing of gradients. Stay with tensors.
"""

FAILS = {"gradient_flow"}

import torch


def predict(X, weight, bias):
    return torch.from_numpy(X.numpy() @ weight.detach().numpy() + bias.detach().numpy())
