"""The rows are returned in a shuffled order.

Advice: Shuffling belongs to other ways of training. Here row i of both tensors should be row i of
the lists.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    order = torch.randperm(len(X))
    return X[order], y[order]
