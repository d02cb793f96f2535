"""Lab 02: the covariance matrix."""

from torch import Tensor


def covariance(X: Tensor) -> Tensor:
    """Return the covariance of each pair of columns."""
    # BEGIN SOLUTION
    centered = X - X.mean(dim=0)
    return centered.T @ centered / (len(X) - 1)
    # END SOLUTION
