"""A lambda."""


total = lambda numbers: float(sum(numbers))  # noqa
