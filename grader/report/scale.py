"""The range of losses in a picture of a training, whether it is logarithmic, and the distance of ticks."""

import math
from dataclasses import dataclass

from grader.result.evidence import Curve

_LOG_FROM = 30.0  # times the smallest loss: from there on equal factors are drawn as equal heights
_MOST_ABOVE = 1e4  # times the largest exact loss: beyond that the exact curve would be a flat line
_MOST_BELOW = 1e-6


@dataclass(frozen=True)
class LossRange:
    """The losses from bottom to top of a picture; equal factors are equal heights if `log`."""

    low: float
    high: float
    log: bool


def loss_range(curve: Curve) -> LossRange | None:
    """Return the range of the exact curve and of the learner's, without losses that are out of all proportion.

    None if no exact loss is above zero.
    """
    exact = [loss for loss in curve.expected if loss is not None]
    losses = [loss for loss in (*exact, *curve.returned) if loss is not None]
    largest = max(exact, default=-math.inf)
    if largest <= 0:
        return None
    high = min(max(losses), largest * _MOST_ABOVE)
    low = max(min(loss for loss in losses if loss > 0), largest * _MOST_BELOW)
    log = high / low >= _LOG_FROM
    return LossRange(low if log else min(losses), high, log)


def round_step(step: float) -> float:
    """The nearest larger of 1, 2 and 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(step))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= step * 0.999)
