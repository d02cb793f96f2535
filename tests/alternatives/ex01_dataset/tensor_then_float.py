"""Make the tensor first, convert it then."""

import torch


def to_tensors(features, targets):
    X = torch.tensor(features).float()
    y = torch.tensor(targets).float()
    return X, y
