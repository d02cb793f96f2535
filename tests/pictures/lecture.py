"""The lecture's data, and the few formulas that its pictures are drawn from, in float64."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Samples:
    """Features of shape (n, d) and the targets of one output, of shape (n,)."""

    X: Floats
    y: Floats


STUDY_HOURS = Samples(np.array([[1.0], [2.0], [3.0]]), np.array([20.0, 40.0, 60.0]))
WEATHER = np.array([[73.0, 67, 43], [91, 88, 64], [87, 134, 58], [102, 43, 37], [69, 96, 70]])
APPLES = Samples(WEATHER, np.array([56.0, 81, 119, 22, 103]))


@dataclass(frozen=True)
class Bowl:
    """The mean squared error of a linear model with one output: a bowl over its parameters, the bias last.

    loss(theta) = lowest + (theta - bottom)^T H (theta - bottom) / 2

    Attributes:
        bottom: the parameters with the smallest loss, shape (p,).
        curvature: H, the second derivatives of the loss, shape (p, p).
        lowest: the smallest loss.
    """

    bottom: Floats
    curvature: Floats
    lowest: float

    def loss(self, theta: Floats) -> Floats:
        """The loss at one or more points, shape (..., p)."""
        away = theta - self.bottom
        return np.asarray(self.lowest + np.einsum("...i,ij,...j", away, self.curvature, away) / 2)

    def gradient(self, theta: Floats) -> Floats:
        """The slope along each parameter at a point, shape (p,)."""
        return np.asarray(self.curvature @ (theta - self.bottom))

    def along(self, parameters: list[int]) -> "Bowl":
        """The bowl over some of the parameters, with all others at the bottom."""
        return Bowl(self.bottom[parameters], self.curvature[np.ix_(parameters, parameters)], self.lowest)


def bowl_of(samples: Samples, outputs: int = 1) -> Bowl:
    """The bowl of one output, for a loss that is the mean over this many outputs."""
    A = np.column_stack([samples.X, np.ones(len(samples.X))])
    bottom = np.linalg.solve(A.T @ A, A.T @ samples.y)
    factor = 1 / (len(A) * outputs)
    return Bowl(bottom, 2 * factor * A.T @ A, float(factor * np.sum((A @ bottom - samples.y) ** 2)))


def scaled(samples: Samples) -> Samples:
    """The same samples, with every feature at mean 0 and standard deviation 1."""
    return Samples((samples.X - samples.X.mean(axis=0)) / samples.X.std(axis=0), samples.y)


# ---- optimizers: where they come along, shape (steps + 1, p), the start first ----


def descend(bowl: Bowl, start: Floats, lr: float, steps: int, momentum: float = 0.0) -> Floats:
    """Gradient descent; with momentum, as PyTorch's SGD has it."""
    path, velocity = [start], np.zeros_like(start)
    for _step in range(steps):
        velocity = momentum * velocity + bowl.gradient(path[-1])
        path.append(path[-1] - lr * velocity)
    return np.array(path)


def adam(bowl: Bowl, start: Floats, lr: float, steps: int) -> Floats:
    """Adam with the defaults of its paper: running means of the gradient and of its square, made up for their start."""
    path, mean, square = [start], np.zeros_like(start), np.zeros_like(start)
    for step in range(1, steps + 1):
        gradient = bowl.gradient(path[-1])
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        path.append(path[-1] - lr * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8))
    return np.array(path)
