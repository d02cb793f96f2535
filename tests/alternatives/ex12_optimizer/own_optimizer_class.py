"""A subclass of Optimizer that makes the steps itself."""

import torch
from torch import nn
from torch.optim import Optimizer


class Descent(Optimizer):
    def __init__(self, params, lr):
        super().__init__(params, {"lr": lr})

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for parameter in group["params"]:
                if parameter.grad is not None:
                    parameter.add_(parameter.grad, alpha=-group["lr"])


def build_training(model, lr):
    return nn.MSELoss(), Descent(model.parameters(), lr)
