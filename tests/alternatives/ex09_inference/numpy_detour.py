"""Computes in NumPy and brings the result back as a tensor."""

import numpy as np
import torch


def predict_new(samples, weight, bias):
    X = np.atleast_2d(np.asarray(samples, dtype=np.float32))
    return torch.from_numpy(X @ weight.detach().numpy() + bias.detach().numpy())
