"""Exercise 2: running totals."""


def running(numbers: list[float]) -> list[float]:
    """Return the total after each number."""
    raise NotImplementedError("Return the total after each number.")


def last(numbers: list[float]) -> float:
    """Return the total after the last number."""
    raise NotImplementedError("Return the total after the last number.")
