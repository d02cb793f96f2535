"""Pictures for the HTML report, as SVG inside the page: the learner's losses and predictions beside the exact ones.

Written by hand and not with a plotting library: a kilobyte instead of thirty, in the page's own colours, light or dark,
with text that screen readers read and that can be copied; and the first check in a notebook need not import matplotlib.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from grader.messages import _
from grader.report.escape import printable
from grader.report.scale import LossRange, loss_range, round_step
from grader.result.evidence import Curve, Fit

_WIDTH, _HEIGHT = 640, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 84, 16, 14, 34  # room for labels
_MOST_POINTS = 240  # of one line; more than a pixel apart
_MOST_DOTS = 30
_FEWEST_EPOCHS = 3
_MOST_AWAY = 4  # times the height of the right line

Values = Sequence[float | None]


@dataclass(frozen=True)
class Axis:
    """A scale from values to pixels, and the values that are written beside it."""

    ticks: tuple[float, ...]
    pixel: Callable[[float], float]


def losses(curve: Curve) -> Markup:
    """Draw the learner's losses and the exact ones by epoch; nothing where that would not help."""
    epochs = max(len(curve.returned), len(curve.expected))
    shown = loss_range(curve)
    if epochs < _FEWEST_EPOCHS or shown is None:
        return Markup()
    y, x = _loss_axis(shown), _epoch_axis(epochs)
    numbered = range(1, epochs + 1)
    first, last = _("The loss of epoch 1 is {yours}, the exact one {exact}."), _("The last: {yours}, exactly {exact}.")
    label = " ".join(
        sentence.format(yours=_number(curve.returned, at), exact=_number(curve.expected, at))
        for sentence, at in ((first, 0), (last, -1))
    )
    lines = [_line(numbered, curve.expected, x, y, "expected"), _line(numbered, curve.returned, x, y, "returned")]
    caption = _("Losses in {run}").format(run=printable(curve.run))
    return _figure(caption, label, _frame(x, y, _("epoch")), lines, with_data=False)


def predictions(fit: Fit) -> Markup:
    """Draw the learner's predictions along the feature, and the exact ones; nothing where that would not help."""
    right = [value for value in (*fit.expected, *fit.data) if value is not None]
    if len(right) < 2 or max(fit.x) <= min(fit.x):
        return Markup()
    # a line that is far away is not drawn: it would flatten the exact one
    room = _MOST_AWAY * max(max(right) - min(right), abs(max(right)), 1e-9)
    near = [value for value in fit.returned if value is not None and min(right) - room < value < max(right) + room]
    y = _linear_axis(min(right + near), max(right + near), _HEIGHT - _BOTTOM, _TOP)
    x = _linear_axis(min(fit.x), max(fit.x), _LEFT, _WIDTH - _RIGHT)
    parts = [
        Markup('<circle class="data" cx="{}" cy="{}" r="5"/>').format(_px(x.pixel(at)), _px(y.pixel(value)))
        for at, value in zip(fit.x, fit.data, strict=False)
    ]
    order = sorted(range(len(fit.x)), key=lambda index: fit.x[index])
    for values, name in ((fit.expected, "expected"), (fit.returned, "returned")):
        parts.append(_line([fit.x[n] for n in order], [values[n] for n in order], x, y, name))
    sentence = _("At {x} you predict {yours}; exact is {exact}.")
    label = " ".join(
        sentence.format(x=f"{fit.x[n]:g}", yours=_number(fit.returned, n), exact=_number(fit.expected, n))
        for n in (order[0], order[-1])
    )
    caption = _("Predictions along the feature") if near else _("Predictions along the feature (yours are far outside)")
    return _figure(caption, label, _frame(x, y, _("feature")), parts, with_data=bool(fit.data))


def _figure(caption: str, label: str, frame: Iterable[Markup], lines: Iterable[Markup], with_data: bool) -> Markup:
    keys = [("returned", _("yours")), ("expected", _("exact")), *([("data", _("data"))] if with_data else [])]
    legend = Markup(" ").join(Markup('<span class="key {}">{}</span>').format(name, text) for name, text in keys)
    return Markup(
        '<figure class="chart"><figcaption>{}: {}</figcaption>'
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}</svg></figure>'
    ).format(caption, legend, _WIDTH, _HEIGHT, label, Markup("").join(frame), _window(lines))


def _window(lines: Iterable[Markup]) -> Markup:
    """What is drawn inside the axes; an inner picture cuts off what leaves it."""
    x, y, width, height = _LEFT - 5, _TOP - 5, _WIDTH - _LEFT - _RIGHT + 10, _HEIGHT - _TOP - _BOTTOM + 10
    return Markup('<svg x="{}" y="{}" width="{}" height="{}" viewBox="{} {} {} {}">{}</svg>').format(
        x, y, width, height, x, y, width, height, Markup("").join(lines)
    )


def _number(values: Values, at: int) -> str:
    value = values[at] if values else None
    return f"{value:.6g}" if value is not None else _("not a finite number")


# ---- scales ----


def _loss_axis(shown: LossRange) -> Axis:
    low, high = shown.low, shown.high
    floor, ceiling = _HEIGHT - _BOTTOM, _TOP
    if shown.log:
        bottom, top = math.log10(low), math.log10(high)
        margin = (top - bottom) * 0.04

        def height(loss: float) -> float:
            share = (math.log10(max(loss, low)) - bottom + margin) / (top - bottom + 2 * margin)
            return floor - _bounded(share) * (floor - ceiling)

        whole = range(math.ceil(bottom), math.floor(top) + 1)
        step = max(1, math.ceil(len(whole) / 6))
        ticks = tuple(10.0**power for power in whole[::step]) or (low, high)
        return Axis(ticks, height)
    return _linear_axis(low, max(high, low + 1e-9), floor, ceiling)


def _bounded(share: float) -> float:
    """Not too far outside the picture: a line still leaves it in its own direction."""
    return min(max(share, -20.0), 21.0)


def _linear_axis(low: float, high: float, start: float, end: float) -> Axis:
    """A scale on which equal differences are equal lengths, from pixel `start` to pixel `end`."""
    if high <= low:
        low, high = low - 0.5, high + 0.5
    step = round_step((high - low) / 4)
    ticks = tuple(step * n for n in range(math.ceil(low / step), math.floor(high / step) + 1))
    margin = (high - low) * 0.04

    def pixel(value: float) -> float:
        share = (value - low + margin) / (high - low + 2 * margin)
        return start + _bounded(share) * (end - start)

    return Axis(ticks, pixel)


def _epoch_axis(epochs: int) -> Axis:
    step = max(1, round(round_step(epochs / 5)))
    ticks = (1, *(n for n in range(step, epochs + 1, step) if n > 1 + step / 2))
    room = _WIDTH - _LEFT - _RIGHT
    return Axis(tuple(map(float, ticks)), lambda epoch: _LEFT + (epoch - 1) / (epochs - 1) * room)


# ---- shapes ----


def _frame(x: Axis, y: Axis, name: str) -> list[Markup]:
    parts = []
    for value in y.ticks:
        at = y.pixel(value)
        line = Markup('<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>')
        parts += [line.format(_LEFT, _WIDTH - _RIGHT, _px(at), _px(at)), _text(_LEFT - 8, at + 4, _tick(value), "end")]
    parts += [_text(x.pixel(value), _HEIGHT - 20, _tick(value), "middle") for value in x.ticks]
    return [*parts, _text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 4, name, "middle")]


def _tick(value: float) -> str:
    return f"{value:,.10g}" if 1e-4 <= abs(value) < 1e8 or value == 0 else f"{value:.6g}"


def _px(value: float) -> str:
    return f"{value:.1f}"


def _text(x: float, y: float, text: str, anchor: str) -> Markup:
    return Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>').format(_px(x), _px(y), anchor, text)


def _line(positions: Sequence[float], values: Values, x: Axis, y: Axis, name: str) -> Markup:
    """A line through the values, interrupted where one is not a finite number."""
    step = max(1, math.ceil(len(values) / _MOST_POINTS))
    indices = sorted({*range(0, len(values), step), *range(len(values) - 1, len(values))} - {-1})
    places: list[tuple[str, str] | None] = []
    for index in indices:
        value = values[index]
        places.append(None if value is None else (_px(x.pixel(positions[index])), _px(y.pixel(value))))
    before = [None, *places]
    path = " ".join(
        f"{'L' if last is not None else 'M'}{place[0]} {place[1]}"
        for last, place in zip(before, places, strict=False)
        if place is not None
    )
    # dots, so that a single value between two that are missing shows too
    dots = [place for place in places if place is not None] if len(places) <= _MOST_DOTS else []
    circles = Markup("").join(Markup('<circle cx="{}" cy="{}" r="3"/>').format(*place) for place in dots)
    return Markup('<g class="{}"><path d="{}"/>{}</g>').format(name, path, circles)
