"""Lab 01: standard scores."""

import numpy as np


def standardise(x: np.ndarray) -> np.ndarray:
    """Return the standard score of each value."""
    raise NotImplementedError("Return the standard score of each value.")


def spread(x: np.ndarray) -> float:
    """Return the largest value minus the smallest."""
    raise NotImplementedError("Return the largest value minus the smallest.")
