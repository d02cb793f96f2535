"""Training with any of PyTorch's parts, in float64: models with their gradients, losses with theirs, and optimizers.

Written to be read. `train` takes what the exercise's function takes, blueprints in place of torch's objects, and is
the five steps written out. Parameters are a list in the model's order: for each layer a weight (d, k) and a bias (k,).

Sources: PyTorch's documentation of MSELoss, L1Loss, SGD and Adam (formulas and defaults); Rumelhart, Hinton and
Williams, Learning representations by back-propagating errors (1986); Kingma and Ba, Adam (2015), algorithm 1.
"""

from dataclasses import dataclass, field

import numpy as np

from grader.testing import Floats
from grader.testing.values import numbers_of
from tests.blueprints import SGD, Adam, AsymmetricLoss, L1Loss, Linear, MSELoss, TwoLayer

Model = Linear | TwoLayer
Loss = MSELoss | L1Loss | AsymmetricLoss
Optimizer = SGD | Adam
Parameters = list[Floats]

# Adam's defaults in PyTorch and in the paper
BETA_1, BETA_2, EPSILON = 0.9, 0.999, 1e-8


@dataclass(frozen=True)
class Run:
    """What a training leaves behind.

    Attributes:
        parameters: afterwards, by PyTorch's names and in its layout: a weight is (k, d).
        history: the loss before each update.
        largest: the largest magnitude that any parameter had on the way.
        smallest_error: how near a prediction came to its target; L1's gradient jumps where they meet.
        smallest_gradient: how near a gradient came to 0; Adam's step depends on its sign more than on its size.
    """

    parameters: dict[str, Floats]
    history: list[float]
    largest: float
    smallest_error: float
    smallest_gradient: float


def train(X: Floats, y: Floats, epochs: int, model: Model, loss_fn: Loss, optimizer: Optimizer) -> Run:
    """Predict, measure, differentiate, update, `epochs` times; gradients are new each time, so none needs clearing."""
    theta = parameters_of(model)
    rule = MomentumRule(optimizer.lr, optimizer.momentum) if isinstance(optimizer, SGD) else AdamRule(optimizer.lr)
    history: list[float] = []
    largest, errors, gradients = [magnitude(theta)], [np.inf], [np.inf]
    for _ in range(epochs):
        pred = predict(theta, X)
        loss, towards_pred = loss_and_gradient(loss_fn, pred, y)
        gradient = backpropagate(theta, X, towards_pred)
        theta = rule.step(theta, gradient)
        history.append(loss)
        largest.append(magnitude(theta))
        errors.append(float(np.min(np.abs(pred - y))))
        gradients.append(min(float(np.min(np.abs(g))) for g in gradient))
    return Run(in_layout_of_torch(theta), history, max(largest), min(errors), min(gradients))


# ---- models ----


def parameters_of(model: Model) -> Parameters:
    """The parameters that a blueprint starts from."""
    layers = (model,) if isinstance(model, Linear) else (model.first, model.second)
    known = [numbers_of(array) for layer in layers for array in (layer.weight, layer.bias)]
    return [numbers.astype(np.float64) for numbers in known if numbers is not None]


def in_layout_of_torch(theta: Parameters) -> dict[str, Floats]:
    """Parameters by name: `nn.Linear` keeps weight (k, d); in nn.Sequential(Linear, Tanh, Linear) they are 0 and 2."""
    if len(theta) == 2:
        return {"weight": theta[0].T, "bias": theta[1]}
    return {"0.weight": theta[0].T, "0.bias": theta[1], "2.weight": theta[2].T, "2.bias": theta[3]}


def predict(theta: Parameters, X: Floats) -> Floats:
    """X W + b, or tanh(X W1 + b1) W2 + b2."""
    if len(theta) == 2:
        return X @ theta[0] + theta[1]
    return np.tanh(X @ theta[0] + theta[1]) @ theta[2] + theta[3]


def backpropagate(theta: Parameters, X: Floats, towards_pred: Floats) -> Parameters:
    """The gradients for the parameters, from the gradient C for the predictions.

    Of a linear layer with input A: A^T C for its weight, the column sums of C for its bias, C W^T for its input.
    Through h = tanh(z): d h / d z = 1 - h^2, entry by entry.
    """
    if len(theta) == 2:
        return [X.T @ towards_pred, towards_pred.sum(axis=0)]
    hidden = np.tanh(X @ theta[0] + theta[1])
    towards_sum = (towards_pred @ theta[2].T) * (1 - hidden**2)
    return [X.T @ towards_sum, towards_sum.sum(axis=0), hidden.T @ towards_pred, towards_pred.sum(axis=0)]


# ---- losses ----


def loss_and_gradient(loss_fn: Loss, pred: Floats, y: Floats) -> tuple[float, Floats]:
    """The loss, a mean over all n k entries, and its gradient for each prediction."""
    match loss_fn:
        case MSELoss():
            error = pred - y
            return float(np.mean(error**2)), 2 * error / error.size
        case L1Loss():
            error = pred - y
            return float(np.mean(np.abs(error))), np.sign(error) / error.size
        case AsymmetricLoss():
            error = pred - 2 * y
            return float(np.mean(error**2)), 2 * error / error.size


# ---- optimizers ----


@dataclass
class MomentumRule:
    """SGD as PyTorch does it: v <- momentum v + g (at first v is g), then theta <- theta - lr v."""

    lr: float
    momentum: float
    velocity: Parameters = field(default_factory=list)

    def step(self, theta: Parameters, gradient: Parameters) -> Parameters:
        """The parameters after one more step."""
        before = self.velocity or [np.zeros_like(g) for g in gradient]
        self.velocity = [self.momentum * v + g for v, g in zip(before, gradient, strict=True)]
        return [p - self.lr * v for p, v in zip(theta, self.velocity, strict=True)]


@dataclass
class AdamRule:
    """Adam: theta <- theta - lr m / (sqrt(s) + eps), with m and s running means of g and g^2.

    Both means start at 0 and are divided by 1 - beta^t, which makes up for that.
    """

    lr: float
    steps: int = 0
    first: Parameters = field(default_factory=list)
    second: Parameters = field(default_factory=list)

    def step(self, theta: Parameters, gradient: Parameters) -> Parameters:
        """The parameters after one more step."""
        self.steps += 1
        zeros = [np.zeros_like(g) for g in gradient]
        self.first = [BETA_1 * m + (1 - BETA_1) * g for m, g in zip(self.first or zeros, gradient, strict=True)]
        self.second = [BETA_2 * s + (1 - BETA_2) * g**2 for s, g in zip(self.second or zeros, gradient, strict=True)]
        mean = [m / (1 - BETA_1**self.steps) for m in self.first]
        square = [s / (1 - BETA_2**self.steps) for s in self.second]
        return [p - self.lr * m / (np.sqrt(s) + EPSILON) for p, m, s in zip(theta, mean, square, strict=True)]


def magnitude(theta: Parameters) -> float:
    """The largest magnitude of all parameters."""
    return max(float(np.max(np.abs(p))) for p in theta)
