"""Sums with einsum, and keeps the old grad mode by hand in try and finally."""

from __future__ import annotations

import torch


def as_table(samples: list | torch.Tensor) -> torch.Tensor:
    X = torch.as_tensor(samples, dtype=torch.float32)
    return X if X.ndim == 2 else torch.stack([X])


def predict_new(samples: list | torch.Tensor, weight: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        return torch.einsum("md,dk->mk", as_table(samples), weight) + bias
    finally:
        torch.set_grad_enabled(before)


if __name__ == "__main__":
    print(predict_new([[5], [4], [2]], torch.tensor([[20.0]]), torch.tensor([0.0])))
