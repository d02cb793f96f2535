"""The numbers were rounded to two decimal places.

Advice: Data may have more places than a report shows, and every one of them may matter to a model.
Does anything have to happen to a number before it goes into the tensor?
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    def rounded(rows):
        return torch.tensor([[round(number, 2) for number in row] for row in rows], dtype=torch.float32)

    return rounded(features), rounded(targets)
