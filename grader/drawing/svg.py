"""Pictures as SVG inside a page, in the page's own colours, light or dark."""

import math
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from grader.drawing.picture import Arrows, Contour, Contours, Layer, Line, Picture, Place, Points, Squares, finite
from grader.drawing.window import Window, clip, segments, tick_text, window_of
from grader.report.escape import printable

_WIDTH, _HEIGHT = 480, 340
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 14, 30, 50  # room for labels
_TEXT = 15  # pixels at the natural width; phones show it at four fifths of that
_MOST_POINTS = 300  # of one line; more than a pixel apart
_NEAR = 8  # times the window; what is farther away is left out


def svg(picture: Picture) -> Markup:
    """Return the picture as an `<svg>` element whose label is its title and words."""
    window = window_of(picture)
    # what lies inside the axes: an inner picture cuts off what leaves it
    layers = Markup("").join(shape for layer in picture.layers for shape in _shapes(layer, window))
    inner = Markup('<svg x="{}" y="{}" width="{}" height="{}" viewBox="{} {} {} {}">{}</svg>')
    box = (_LEFT, _TOP, _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM)
    return Markup('<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}</svg>').format(
        _WIDTH,
        _HEIGHT,
        printable(f"{picture.title}. {picture.words}"),
        Markup("").join(_frame(picture, window)),
        inner.format(*box, *box, layers),
    )


def _frame(picture: Picture, window: Window) -> Iterator[Markup]:
    bottom = _HEIGHT - _BOTTOM
    for value in window.y.ticks(5):
        y = _pixels((0, window.y.share(value)))[1]
        yield Markup('<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(
            _LEFT, _WIDTH - _RIGHT, _px(y), _px(y)
        )
        yield _text(_LEFT - 8, y + 5, tick_text(value), "end")
    for value in window.x.ticks(6):
        x = _pixels((window.x.share(value), 0))[0]
        yield Markup('<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(_px(x), _px(x), _TOP, bottom)
        yield _text(x, bottom + 20, tick_text(value), "middle")
    yield _text(_WIDTH - _RIGHT, _HEIGHT - 8, picture.x.name, "end")
    yield _text(8, 18, picture.y.name, "start")


def _shapes(layer: Layer, window: Window) -> Iterator[Markup]:
    match layer:
        case Points():
            yield from _group(layer.role, _dots(layer.places, window, 6 if layer.role != "data" else 7))
        case Line():
            shapes = [Markup('<path d="{}"/>').format(_path(_thinned(layer.places), window))]
            if layer.dots and layer.role == "yours":
                shapes += _dots(layer.places, window, 3.5)
            yield from _group(layer.role, shapes)
        case Arrows():
            arrows = (
                _arrow(window.share(start), window.share(end))
                for start, end in zip(layer.starts, layer.ends, strict=True)
            )
            yield from _group(layer.role, [arrow for arrow in arrows if arrow])
        case Squares():
            yield from _group(
                layer.role, [_square(*side, window) for side in layer.sides if all(map(math.isfinite, side))]
            )
        case Contours():
            yield from _contours(layer, window)


def _group(name: str, shapes: Sequence[Markup]) -> Iterator[Markup]:
    yield Markup('<g class="{}">{}</g>').format(name, Markup("").join(shapes))


def _dots(places: Sequence[Place], window: Window, radius: float) -> list[Markup]:
    shares = [window.share(place) for place in places if finite(place)]
    near = [share for share in shares if all(-0.1 <= one <= 1.1 for one in share)]
    circle = Markup('<circle cx="{}" cy="{}" r="{}"/>')
    return [circle.format(*map(_px, _pixels(share)), radius) for share in near]


def _thinned(places: Sequence[Place]) -> Sequence[Place]:
    step = max(1, math.ceil(len(places) / _MOST_POINTS))
    return places if step == 1 else [*places[:-1:step], places[-1]]


def _path(places: Sequence[Place], window: Window) -> str:
    parts: list[str] = []
    last: Place | None = None
    for start, end in segments(places, window):
        if start != last:
            parts.append(f"M{_at(start)}")
        parts.append(f"L{_at(end)}")
        last = end
    return "".join(parts)


def _arrow(start: Place, end: Place) -> Markup:
    if not (finite(start) and finite(end)) or clip(start, end) is None:
        return Markup()
    (x0, y0), (x1, y1) = _pixels(start), _pixels(end)
    if max(abs(x1), abs(y1)) > _NEAR * _WIDTH:  # only the direction can be seen
        short = _NEAR * _WIDTH / max(abs(x1), abs(y1))
        x1, y1 = x0 + short * (x1 - x0), y0 + short * (y1 - y0)
    angle = math.atan2(y1 - y0, x1 - x0)
    size = min(11.0, math.hypot(x1 - x0, y1 - y0))
    wings = [(x1 - size * math.cos(angle + turn), y1 - size * math.sin(angle + turn)) for turn in (0.45, -0.45)]
    head = "M{} {}L{} {}L{} {}".format(*(_px(one) for place in (wings[0], (x1, y1), wings[1]) for one in place))
    return Markup('<path d="M{} {}L{} {}{}"/>').format(_px(x0), _px(y0), _px(x1), _px(y1), head)


def _square(x: float, low: float, high: float, window: Window) -> Markup:
    (left, one), (_left, other) = (_pixels(window.share((x, y))) for y in (low, high))
    side = min(abs(one - other), _NEAR * _WIDTH)
    return Markup('<rect x="{}" y="{}" width="{}" height="{}"/>').format(
        _px(left), _px(min(one, other)), _px(side), _px(side)
    )


def _contours(layer: Contours, window: Window) -> Iterator[Markup]:
    shapes = []
    taken = [] if layer.lowest is None else [window.share(layer.lowest)]
    for line in layer.lines:
        shapes += [Markup('<path d="{}"/>').format(_path(piece, window)) for piece in line.pieces]
        label = _label(line, window, taken)
        if label is not None:
            taken.append(label)
            x, y = _pixels(label)
            shapes.append(_text(x, y + 4, line.label, "middle"))
    if layer.lowest is not None:
        x, y = _pixels(window.share(layer.lowest))
        shapes.append(
            Markup('<path class="lowest" d="M{0} {2}H{1}M{3} {4}V{5}"/>').format(
                *map(_px, (x - 7, x + 7, y, x, y - 7, y + 7))
            )
        )
    yield from _group("contours", shapes)


def _label(line: Contour, window: Window, taken: Sequence[Place]) -> Place | None:
    """Where on a line its height is written: low and left, inside, and away from other labels; None without room."""
    shares = [window.share(place) for piece in line.pieces for place in piece]
    inside = [share for share in shares if 0.06 < share[0] < 0.94 and 0.05 < share[1] < 0.95]
    free = [share for share in inside if all(max(abs(share[0] - x), 1.5 * abs(share[1] - y)) > 0.1 for x, y in taken)]
    return min(free, key=lambda share: share[1] + 0.3 * share[0], default=None)


def _pixels(share: Place) -> Place:
    across = _LEFT + share[0] * (_WIDTH - _LEFT - _RIGHT)
    return across, _HEIGHT - _BOTTOM - share[1] * (_HEIGHT - _TOP - _BOTTOM)


def _at(share: Place) -> str:
    x, y = _pixels(share)
    return f"{_px(x)} {_px(y)}"


def _px(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _text(x: float, y: float, text: str, anchor: str) -> Markup:
    return Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>').format(_px(x), _px(y), anchor, text)
