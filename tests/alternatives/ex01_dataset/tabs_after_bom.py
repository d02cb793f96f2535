"""A byte order mark at the start of the file, tabs, type hints, and an unused import of torch.nn."""

from __future__ import annotations

import torch
import torch.nn as nn
from torch import Tensor


def to_tensors(features: list[list[float]], targets: list[list[float]]) -> tuple[Tensor, Tensor]:
	X: Tensor = torch.tensor(data=features, dtype=torch.float32, requires_grad=False)
	y: Tensor = torch.tensor(data=targets, dtype=torch.float32, requires_grad=False)
	return X, y
