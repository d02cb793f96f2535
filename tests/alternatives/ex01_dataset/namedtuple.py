"""A named tuple is a tuple."""

from collections import namedtuple

import torch

Data = namedtuple("Data", "X y")


def to_tensors(features, targets):
    return Data(torch.tensor(features, dtype=torch.float32), torch.tensor(targets, dtype=torch.float32))
