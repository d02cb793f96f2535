"""The models, losses and optimizers that tests pass to learners' functions, as the judge writes them down.

`tests/builders.py` makes PyTorch's objects from them, in the learner's process.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from grader.testing import Array, Blueprint, array, numbers_of


def _turned(weight: Array) -> Array:
    """A weight (d, k) as a layer keeps it, (k, d), with its gradient."""
    numbers = numbers_of(weight)
    assert numbers is not None
    grad = None if weight.grad is None else _turned(weight.grad)
    return msgspec.structs.replace(array(numbers.T), grad=grad)


@dataclass(frozen=True)
class Linear(Blueprint):
    """`nn.Linear` that computes X @ weight + bias; weight (d, k), bias (k,), optional left-over gradients."""

    weight: Array
    bias: Array

    def code(self) -> str:
        """The layer with its sizes."""
        rows, columns = self.weight.shape
        return f"nn.Linear({rows}, {columns})"

    def numbers(self) -> Mapping[str, Array]:
        """Both parameters in the layer's own layout."""
        return {"weight": _turned(self.weight), "bias": self.bias}


@dataclass(frozen=True)
class TwoLayer(Blueprint):
    """`nn.Sequential(Linear, Tanh, Linear)`."""

    first: Linear
    second: Linear

    def code(self) -> str:
        """All three layers."""
        return f"nn.Sequential({self.first.code()}, nn.Tanh(), {self.second.code()})"


@dataclass(frozen=True)
class WithSlopes(Blueprint):
    """`nn.Sequential(Linear, PReLU)`: not all parameters are those of a linear layer; slopes (k,)."""

    linear: Linear
    slopes: Array

    def code(self) -> str:
        """Both layers."""
        (columns,) = self.slopes.shape
        return f"nn.Sequential({self.linear.code()}, nn.PReLU({columns}))"


@dataclass(frozen=True)
class MSELoss(Blueprint):
    """`nn.MSELoss()`: the mean of (pred - target)^2 over all entries."""

    def code(self) -> str:
        """The loss."""
        return "nn.MSELoss()"


@dataclass(frozen=True)
class L1Loss(Blueprint):
    """`nn.L1Loss()`: the mean of |pred - target| over all entries."""

    def code(self) -> str:
        """The loss."""
        return "nn.L1Loss()"


@dataclass(frozen=True)
class AsymmetricLoss(Blueprint):
    """The mean of (pred - 2 * target)^2: swapped arguments give another number."""

    def code(self) -> str:
        """The loss, written as a function."""
        return "lambda pred, target: torch.mean((pred - 2 * target) ** 2)"


@dataclass(frozen=True)
class SGD(Blueprint):
    """`torch.optim.SGD` over the parameters of the call's module argument."""

    optimizes = True

    lr: float
    momentum: float = 0.0

    def code(self) -> str:
        """The optimizer of a model."""
        extra = f", momentum={self.momentum:g}" if self.momentum else ""
        return f"torch.optim.SGD(model.parameters(), lr={self.lr!r}{extra})"


@dataclass(frozen=True)
class GroupedSGD(SGD):
    """The same with a group of its own for each parameter, as an optimizer is made that has several learning rates."""

    def code(self) -> str:
        """The optimizer of a model."""
        return f'torch.optim.SGD([{{"params": [one]}} for one in model.parameters()], lr={self.lr!r})'


@dataclass(frozen=True)
class Adam(Blueprint):
    """`torch.optim.Adam` with its default betas and eps, over the parameters of the call's module argument."""

    optimizes = True

    lr: float

    def code(self) -> str:
        """The optimizer of a model."""
        return f"torch.optim.Adam(model.parameters(), lr={self.lr!r})"
