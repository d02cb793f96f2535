"""Exercise 1: the total."""


def total(numbers: list[float]) -> float:
    """Return the sum of the numbers."""
    raise NotImplementedError("Return the sum of the numbers.")
