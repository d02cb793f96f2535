"""Rows that occur twice are kept once only.

Advice: Every row is a sample: keep all of them.
"""

FAILS = {"values"}

import torch


def to_tensors(features, targets):
    rows = []
    seen = set()
    for f, t in zip(features, targets):
        key = (tuple(f), tuple(t))
        if key not in seen:
            seen.add(key)
            rows.append((f, t))
    X = torch.tensor([r[0] for r in rows], dtype=torch.float32)
    y = torch.tensor([r[1] for r in rows], dtype=torch.float32)
    return X, y
