"""The features are marked as something to be learned.

Advice: Only weight and bias will be learned; the features are given.
"""

FAILS = {"float32"}

import torch


def to_tensors(features, targets):
    X = torch.tensor(features, dtype=torch.float32)
    X.requires_grad_()
    return X, torch.tensor(targets, dtype=torch.float32)
