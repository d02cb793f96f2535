"""Lab 01: standard scores."""

import numpy as np


def standardise(x: np.ndarray) -> np.ndarray:
    """Return the standard score of each value."""
    # BEGIN SOLUTION
    centered = x - x.mean()
    return centered / np.sqrt(np.mean(centered**2))
    # END SOLUTION


def spread(x: np.ndarray) -> float:
    """Return the largest value minus the smallest."""
    # BEGIN SOLUTION
    return np.max(x) - np.min(x)
    # END SOLUTION
