"""Exercise 1: a quarter less."""

from torch import Tensor


def train(x: Tensor, epochs: int) -> tuple[Tensor, list[float]]:
    """Take a quarter of x away in every epoch; return it with the loss (the mean of its squares) before each."""
    raise NotImplementedError("Take a quarter of x away in every epoch; return it with the loss before each.")
