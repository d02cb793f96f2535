"""functools.partial fixes the exponent of a more general loss."""

from functools import partial


def mean_power_error(pred, y, exponent):
    return ((pred - y) ** exponent).mean()


mse_loss = partial(mean_power_error, exponent=2)
