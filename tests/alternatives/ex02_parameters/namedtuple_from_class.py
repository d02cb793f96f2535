"""A NamedTuple is a tuple; type hints, and annotations from the future."""

from __future__ import annotations

from typing import NamedTuple

import torch


class Parameters(NamedTuple):
    weight: torch.Tensor
    bias: torch.Tensor

    @classmethod
    def draw(cls, d: int, k: int) -> Parameters:
        return cls(torch.randn(d, k, requires_grad=True), torch.randn(k, requires_grad=True))


def init_parameters(n_features: int, n_outputs: int) -> Parameters:
    return Parameters.draw(n_features, n_outputs)
