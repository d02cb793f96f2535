"""A class holds the parts and makes the steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn


@dataclass
class Trainer:
    model: nn.Module
    loss_fn: Callable[[Tensor, Tensor], Tensor]
    optimizer: torch.optim.Optimizer

    def step(self, inputs: Tensor, targets: Tensor) -> float:
        loss = self.loss_fn(self.model(inputs), targets)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return loss.item()


def train(inputs, targets, epochs, model, loss_fn, optimizer) -> list[float]:
    trainer = Trainer(model, loss_fn, optimizer)
    return [trainer.step(inputs, targets) for _ in range(epochs)]
