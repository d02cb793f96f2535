"""Makes PyTorch's objects from the blueprints of the same names. Runs in the learner's process, before their module."""

import torch
from torch import Tensor, nn


def Linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    """A layer with these parameters, weight (d, k) and bias (k,), and with their gradients where they have any."""
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    if weight.grad is not None:
        layer.weight.grad = weight.grad.T.contiguous()
    layer.bias.grad = bias.grad
    return layer


def TwoLayer(first: nn.Linear, second: nn.Linear) -> nn.Sequential:
    """Two layers with a tanh between them."""
    return nn.Sequential(first, nn.Tanh(), second)


def WithSlopes(linear: nn.Linear, slopes: Tensor) -> nn.Sequential:
    """A layer, then a number for each output by which it is multiplied where it is negative."""
    last = nn.PReLU(len(slopes))
    with torch.no_grad():
        last.weight.copy_(slopes)
    return nn.Sequential(linear, last)


def MSELoss() -> nn.Module:
    """The mean of (pred - target)^2."""
    return nn.MSELoss()


def L1Loss() -> nn.Module:
    """The mean of |pred - target|."""
    return nn.L1Loss()


class _AsymmetricLoss(nn.Module):
    def forward(self, pred: Tensor, target: Tensor) -> Tensor:
        return torch.mean((pred - 2 * target) ** 2)


def AsymmetricLoss() -> nn.Module:
    """The mean of (pred - 2 * target)^2."""
    return _AsymmetricLoss()


def SGD(parameters: list[nn.Parameter], lr: float, momentum: float) -> torch.optim.Optimizer:
    """Plain gradient descent, or with momentum."""
    return torch.optim.SGD(parameters, lr=lr, momentum=momentum)


def GroupedSGD(parameters: list[nn.Parameter], lr: float, momentum: float) -> torch.optim.Optimizer:
    """The same with a group for each parameter."""
    return torch.optim.SGD([{"params": [one]} for one in parameters], lr=lr, momentum=momentum)


def Adam(parameters: list[nn.Parameter], lr: float) -> torch.optim.Optimizer:
    """Adam with its defaults."""
    return torch.optim.Adam(parameters, lr=lr)
