"""The older FloatTensor."""

import torch


def to_tensors(features, targets):
    return torch.FloatTensor(features), torch.FloatTensor(targets)
