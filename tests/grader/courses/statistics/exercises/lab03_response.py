"""Lab 03: the mean response."""

from collections.abc import Callable

from torch import Tensor


def mean_response(function: Callable[[Tensor], Tensor], x: Tensor) -> Tensor:
    """Return the mean of what the function answers for each value of x."""
    raise NotImplementedError("Return the mean of what the function answers for each value of x.")
