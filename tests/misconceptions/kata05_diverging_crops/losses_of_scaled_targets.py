"""The parameters are for the data as given, but the losses are those of scaled targets.

Advice: Scaling the targets is not needed. If you do it, each loss has to be brought back to their units as well.
"""

FAILS = {"converges"}

import torch
from torch import Tensor


def fit_table(X: Tensor, y: Tensor, epochs: int) -> tuple[Tensor, Tensor, list[float]]:
    # columns of mean 0 and deviation 1: one step is then as good for one weight as for another
    mean, deviation = X.mean(dim=0), X.std(dim=0)
    scaled = (X - mean) / deviation
    targets, spread = y.mean(dim=0), y.std(dim=0)
    y = (y - targets) / spread
    lr = 0.3
    weight = torch.zeros(X.shape[1], y.shape[1], requires_grad=True)
    bias = torch.zeros(y.shape[1], requires_grad=True)
    history: list[float] = []
    for _ in range(epochs):
        error = scaled @ weight + bias - y
        loss = error.square().mean()
        history.append(loss.item())
        slopes = torch.autograd.grad(loss, (weight, bias))
        with torch.no_grad():
            weight -= lr * slopes[0]
            bias -= lr * slopes[1]
    # X / deviation @ weight + (bias - mean / deviation @ weight) is what was learned, written for X itself
    weight = weight.detach() / deviation.unsqueeze(1) * spread
    return weight, bias.detach() * spread + targets - mean @ weight, history
