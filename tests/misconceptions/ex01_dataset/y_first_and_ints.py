"""There are two mistakes. Features and targets are swapped. The tensors keep whole numbers (int64), because no dtype was given.

Advice: The features (what is known) come first, the targets (what is to be predicted) second.
PyTorch takes the dtype from the numbers in the list. Weights are float32, and a matrix product
refuses to mix the two.
"""

FAILS = {"values", "float32"}

import torch


def to_tensors(features, targets):
    y = torch.tensor(targets)
    X = torch.tensor(features)
    return y, X
