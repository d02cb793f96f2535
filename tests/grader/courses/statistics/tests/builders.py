"""Makes, in the learner's process, what the blueprints of the same names describe."""


def Power(exponent):
    """A function that raises to a power."""
    return lambda x: x**exponent
