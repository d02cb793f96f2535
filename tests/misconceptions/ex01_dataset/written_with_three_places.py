"""The numbers were turned into text with three decimal places, which cut the rest off.

Advice: A format like `.3f` is for people to read. Can `torch.tensor` take the numbers themselves?
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    X = torch.tensor([[float(f"{number:.3f}") for number in row] for row in features])
    y = torch.tensor([[float(f"{number:.3f}") for number in row] for row in targets])
    return X, y
