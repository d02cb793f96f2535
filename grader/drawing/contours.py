"""Lines of equal height of a function of two numbers, by marching squares."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from grader.drawing.picture import Contour, Contours, Place

Floats = NDArray[np.float64]
Cell = tuple[int, int]  # the column and row of a corner or an edge
Edge = tuple[Cell, Cell]  # the two grid points that an edge joins

_STEPS = 60  # of the grid, along each axis


def contours(
    function: Callable[[Floats, Floats], Floats],
    levels: Sequence[float],
    x: tuple[float, float],
    y: tuple[float, float],
    name: str,
    lowest: Place | None = None,
) -> Contours:
    """Return the lines on which `function` has these values.

    Args:
        function: of two arrays of the same shape, entry by entry.
        levels: its values, one line each, which is labelled with it.
        x: the range of its first argument.
        y: the range of its second argument.
        name: what the legend says.
        lowest: where its smallest value is.
    """
    across, up = np.linspace(*x, _STEPS + 1), np.linspace(*y, _STEPS + 1)
    heights = function(*np.meshgrid(across, up))
    lines = tuple(Contour(f"{level:g}", _pieces(heights - level, across, up)) for level in levels)
    return Contours(lines, name, lowest)


def _pieces(above: Floats, across: Floats, up: Floats) -> tuple[tuple[Place, ...], ...]:
    """The places where a grid of numbers, rows upwards, crosses zero, joined to lines."""
    neighbours: dict[Edge, list[Edge]] = {}
    for one, other in _crossed(above):
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
    pieces = []
    # open lines first, from an end: what is left are rings
    for start in sorted(neighbours, key=lambda edge: (len(neighbours[edge]), edge)):
        if neighbours[start]:
            pieces.append(tuple(_place(edge, above, across, up) for edge in _walk(start, neighbours)))
    return tuple(pieces)


def _crossed(above: Floats) -> list[tuple[Edge, Edge]]:
    """The pairs of edges between which the zero line passes through a cell."""
    positive = above > 0
    pairs = []
    mixed = positive[:-1, :-1].astype(int) + positive[1:, :-1] + positive[:-1, 1:] + positive[1:, 1:]
    for row, column in np.argwhere((mixed > 0) & (mixed < 4)):
        r, c = int(row), int(column)
        corners = [(c, r), (c + 1, r), (c + 1, r + 1), (c, r + 1)]
        edges = [
            (min(a, b), max(a, b))
            for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)
            if positive[a[1], a[0]] != positive[b[1], b[0]]
        ]
        pairs += list(zip(edges[::2], edges[1::2], strict=True))
    return pairs


def _walk(start: Edge, neighbours: dict[Edge, list[Edge]]) -> list[Edge]:
    """Follow a line to its end, or round to its start, and use it up."""
    way, here = [start], start
    while neighbours[here]:
        following = neighbours[here].pop()
        neighbours[following].remove(here)
        way.append(following)
        here = following
    return way


def _place(edge: Edge, above: Floats, across: Floats, up: Floats) -> Place:
    (c, r), (d, s) = edge
    one, other = above[r, c], above[s, d]
    share = one / (one - other)
    return float(across[c] + share * (across[d] - across[c])), float(up[r] + share * (up[s] - up[r]))
