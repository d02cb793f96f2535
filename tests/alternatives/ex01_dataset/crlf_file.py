"""Windows line ends."""

import torch


def to_tensors(features, targets):
    return torch.tensor(features, dtype=torch.float), torch.tensor(targets, dtype=torch.float)
