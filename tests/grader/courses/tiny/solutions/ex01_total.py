"""Exercise 1: the total."""


def total(numbers: list[float]) -> float:
    """Return the sum of the numbers."""
    # BEGIN SOLUTION
    return float(sum(numbers))
    # END SOLUTION
