"""The part of the plane that a picture shows: where a number lies between its edges, and its ticks."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from grader.drawing.picture import Axis, Picture, Place, finite, places_in
from grader.report.scale import round_step

_ROOM = 0.04  # of the whole, between what is drawn and the edges


@dataclass(frozen=True)
class Range:
    """What one axis shows, from edge to edge."""

    low: float
    high: float
    log: bool

    def share(self, value: float) -> float:
        """Where a value lies: 0 at the low edge, 1 at the high one, and beyond."""
        if self.log:
            below = math.log10(value / self.low) if value > 0 else -math.inf
            return below / math.log10(self.high / self.low)
        return (value - self.low) / (self.high - self.low)

    def ticks(self, most: int) -> tuple[float, ...]:
        """Round values between the edges, at most so many."""
        if self.log:
            first, last = math.ceil(math.log10(self.low) - 1e-9), math.floor(math.log10(self.high) + 1e-9)
            return tuple(10.0**power for power in range(first, last + 1, max(1, math.ceil((last - first + 1) / most))))
        step = round_step((self.high - self.low) / most)
        first, last = math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9)
        return tuple(step * number for number in range(first, last + 1))


@dataclass(frozen=True)
class Window:
    """What a picture shows, along both axes."""

    x: Range
    y: Range

    def share(self, place: Place) -> Place:
        """Where a place lies in the window, from (0, 0) at the lower left to (1, 1)."""
        return self.x.share(place[0]), self.y.share(place[1])


def window_of(picture: Picture) -> Window:
    """The window that the axes ask for, or else one that holds everything."""
    places = [place for layer in picture.layers for place in places_in(layer) if finite(place)]
    return Window(_range(picture.x, [x for x, _y in places]), _range(picture.y, [y for _x, y in places]))


def tick_text(value: float) -> str:
    """A tick as it is written."""
    return f"{value:.6g}" if abs(value) < 1e6 else f"{value:.0e}"


def clip(start: Place, end: Place) -> tuple[Place, Place] | None:
    """The part of a line that lies in the unit square; None if there is none, or an end is not finite."""
    if not (finite(start) and finite(end)):
        return None
    first, last = 0.0, 1.0
    for one, other in zip(start, end, strict=True):
        if one == other:
            if not 0 <= one <= 1:
                return None
            continue
        enter, leave = sorted(((0 - one) / (other - one), (1 - one) / (other - one)))
        first, last = max(first, enter), min(last, leave)
    if first > last:
        return None
    across, up = end[0] - start[0], end[1] - start[1]
    return (start[0] + first * across, start[1] + first * up), (start[0] + last * across, start[1] + last * up)


def segments(places: Sequence[Place], window: Window) -> Iterable[tuple[Place, Place]]:
    """The parts of a line from place to place that can be seen, in shares of the window."""
    shares = [window.share(place) if finite(place) else (math.nan, math.nan) for place in places]
    for start, end in pairwise(shares):
        seen = clip(start, end)
        if seen is not None:
            yield seen


def _range(axis: Axis, values: Sequence[float]) -> Range:
    low = axis.low if axis.low is not None else min(values, default=0.0)
    high = axis.high if axis.high is not None else max(values, default=1.0)
    if high <= low:
        low, high = low - 0.5, low + 0.5
    room = 0.0 if axis.log else _ROOM * (high - low)
    return Range(low if axis.low is not None else low - room, high if axis.high is not None else high + room, axis.log)
