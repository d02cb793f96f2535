"""A picture as facts: its axes and what lies in it. Renderers make text of it, or SVG."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Role = Literal["yours", "exact", "data"]  # whose numbers these are: the learner's, the course's, or given
Place = tuple[float, float]


@dataclass(frozen=True)
class Axis:
    """An axis: its name, the range that is seen (None: what holds everything), and whether equal factors look equal."""

    name: str
    low: float | None = None
    high: float | None = None
    log: bool = False


@dataclass(frozen=True, init=False)
class Points:
    """Single points; `name` is what the legend says, in place of yours, exact or data."""

    role: Role
    places: tuple[Place, ...]
    name: str

    def __init__(self, role: Role, x: ArrayLike, y: ArrayLike, name: str = "") -> None:
        _set(self, role=role, places=_places(x, y), name=name)


@dataclass(frozen=True, init=False)
class Line:
    """A line from point to point, interrupted where a number is not finite; `dots` marks the points themselves."""

    role: Role
    places: tuple[Place, ...]
    name: str
    dots: bool

    def __init__(self, role: Role, x: ArrayLike, y: ArrayLike, name: str = "", dots: bool = False) -> None:
        _set(self, role=role, places=_places(x, y), name=name, dots=dots)


@dataclass(frozen=True, init=False)
class Arrows:
    """Arrows from places to places, arrays of shape (n, 2)."""

    role: Role
    starts: tuple[Place, ...]
    ends: tuple[Place, ...]
    name: str

    def __init__(self, role: Role, starts: NDArray[np.float64], ends: NDArray[np.float64], name: str = "") -> None:
        _set(self, role=role, starts=_places(*starts.T), ends=_places(*ends.T), name=name)


@dataclass(frozen=True, init=False)
class Squares:
    """Squares whose side is the distance from `low` to `high` at x: squared errors, for example."""

    role: Role
    sides: tuple[tuple[float, float, float], ...]  # x, low, high
    name: str

    def __init__(self, role: Role, x: ArrayLike, low: ArrayLike, high: ArrayLike, name: str = "") -> None:
        sides = tuple(zip(_floats(x), _floats(low), _floats(high), strict=True))
        _set(self, role=role, sides=sides, name=name)


@dataclass(frozen=True)
class Contour:
    """One line of equal height, in pieces, and the text that is written on it."""

    label: str
    pieces: tuple[tuple[Place, ...], ...]


@dataclass(frozen=True)
class Contours:
    """Lines of equal height; `contours` makes them of a function. `lowest` is where its smallest value is, if known."""

    lines: tuple[Contour, ...]
    name: str
    lowest: Place | None = None


Layer = Points | Line | Arrows | Squares | Contours


@dataclass(frozen=True)
class Picture:
    """One picture.

    Attributes:
        title: what is drawn.
        x: the horizontal axis.
        y: the vertical axis.
        layers: what lies in it, the lowest first.
        words: one or two sentences with the numbers that matter, for the eye and for those who do not see the picture.
    """

    title: str
    x: Axis
    y: Axis
    layers: Sequence[Layer]
    words: str


def places_in(layer: Layer) -> Iterable[Place]:
    """The places that a picture should have room for; lines of equal height ask for none."""
    match layer:
        case Points() | Line():
            return layer.places
        case Arrows():
            return (*layer.starts, *layer.ends)
        case Squares():
            return [place for x, low, high in layer.sides for place in ((x, low), (x, high))]
        case Contours():
            return () if layer.lowest is None else (layer.lowest,)


def finite(place: Place) -> bool:
    """Whether both coordinates are numbers that can be drawn."""
    return math.isfinite(place[0]) and math.isfinite(place[1])


def _places(x: ArrayLike, y: ArrayLike) -> tuple[Place, ...]:
    return tuple(zip(_floats(x), _floats(y), strict=True))


def _floats(numbers: ArrayLike) -> list[float]:
    return [float(number) for number in np.asarray(numbers, dtype=np.float64).ravel()]


def _set(instance: object, **attributes: object) -> None:
    """Fill a frozen object, whose constructor takes arrays and whose attributes are plain numbers."""
    for name, value in attributes.items():
        object.__setattr__(instance, name, value)
