"""The right answers, in float64: formulas and recurrences that the hidden tests compare with.

Written for reading. Every function takes and returns float64 arrays in the course's shapes: X (n, d), y (n, k),
weight (d, k), bias (k,). A value that cancellation can make small comes with its *scale*, the sum of the magnitudes
that went into it: float32 rounding errors are relative to that.
"""

from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from grader.testing import Floats

STUDY_HOURS = np.array([[1.0], [2.0], [3.0]])
SCORES = np.array([[20.0], [40.0], [60.0]])
WEATHER = np.array([[73.0, 67, 43], [91, 88, 64], [87, 134, 58], [102, 43, 37], [69, 96, 70]])
CROPS = np.array([[56.0, 70], [81, 101], [119, 133], [22, 37], [103, 119]])


def predict(X: Floats, weight: Floats, bias: Floats) -> Floats:
    """Every row of X times weight, plus bias."""
    return X @ weight + bias


def prediction_scale(X: Floats, weight: Floats, bias: Floats) -> Floats:
    """The magnitudes that go into each prediction."""
    return np.abs(X) @ np.abs(weight) + np.abs(bias)


def mse(pred: Floats, y: Floats) -> float:
    """The mean of the squared differences over all n * k entries."""
    return float(np.mean((pred - y) ** 2))


def gradients(X: Floats, y: Floats, weight: Floats, bias: Floats) -> tuple[Floats, Floats]:
    """The gradients of the MSE: 2 / (n k) X^T (pred - y) for weight, 2 / (n k) sum_i (pred - y)_i for bias."""
    error = predict(X, weight, bias) - y
    factor = 2 / error.size
    return factor * X.T @ error, factor * error.sum(axis=0)


def gradient_scales(X: Floats, y: Floats, weight: Floats, bias: Floats) -> tuple[Floats, Floats]:
    """The magnitudes that go into each entry of the gradients."""
    error = prediction_scale(X, weight, bias) + np.abs(y)
    factor = 2 / error.size
    return factor * np.abs(X).T @ error, factor * error.sum(axis=0)


@dataclass(frozen=True)
class Trajectory:
    """Where gradient descent is after some epochs, and the loss before each of its updates."""

    weight: Floats
    bias: Floats
    history: list[float]

    @property
    def parameters(self) -> tuple[Floats, Floats]:
        """Weight and bias."""
        return self.weight, self.bias


def curvature(X: Floats, k: int) -> Floats:
    """The Hessian of the MSE for one output's (weight, bias): 2 / (n k) A^T A with A = [X 1]."""
    A = np.column_stack([X, np.ones(len(X))])
    return 2 / (len(X) * k) * A.T @ A


def largest_stable_lr(X: Floats, k: int) -> float:
    """Gradient descent converges below 2 / (largest eigenvalue of the Hessian)."""
    return float(2 / np.linalg.eigvalsh(curvature(X, k))[-1])


def descend(X: Floats, y: Floats, weight: Floats, bias: Floats, lr: float, epochs: int) -> Trajectory:
    """The exact trajectory as powers of one matrix.

    With theta = (weight, bias) stacked, the gradient is H theta - c. A step is theta -> (I - lr H) theta + lr c, an
    affine map, so k steps are the k-th power of one matrix. A loop with a mistake in it cannot agree by chance.
    """
    A = np.column_stack([X, np.ones(len(X))])
    H, c = curvature(X, y.shape[1]), 2 / y.size * A.T @ y
    size, k = H.shape[0], y.shape[1]
    step = np.block([[np.eye(size) - lr * H, lr * c], [np.zeros((k, size)), np.eye(k)]])
    start = np.vstack([weight, bias])

    powers = accumulate([step] * epochs, np.matmul, initial=np.eye(size + k))
    thetas = [power[:size, :size] @ start + power[:size, size:] for power in powers]
    history = [mse(A @ theta, y) for theta in thetas[:-1]]
    return Trajectory(thetas[-1][:-1], thetas[-1][-1], history)
