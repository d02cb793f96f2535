"""torch.nn is imported, but not used; a byte order mark leads the file."""

import torch
import torch.nn as nn
import torch.nn.functional as F


def predict(X, weight, bias):
    return torch.tensordot(X, weight, dims=1) + bias
