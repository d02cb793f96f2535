"""Exercise 2: running totals."""


def running(numbers: list[float]) -> list[float]:
    """Return the total after each number."""
    # BEGIN SOLUTION
    totals = []
    total = 0.0
    for number in numbers:
        total += number
        totals.append(total)
    return totals
    # END SOLUTION


def last(numbers: list[float]) -> float:
    """Return the total after the last number."""
    # BEGIN SOLUTION
    return running(numbers)[-1]
    # END SOLUTION
