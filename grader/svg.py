"""Pictures for the HTML report, as SVG inside the page: the learner's losses beside the exact ones.

Written by hand and not by a plotting library: a kilobyte instead of thirty, in the page's own colours, light or dark,
with text that is read aloud and can be copied; and the first check in a notebook does not wait for matplotlib.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from grader.messages import _
from grader.report import printable
from grader.testing.failure import Curve

_WIDTH, _HEIGHT = 640, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 16, 14, 34  # room for labels
_MOST_POINTS = 240  # of one line; more than a pixel apart
_FEWEST_EPOCHS = 3
_LOG_FROM = 30.0  # times the smallest loss: from there on equal factors are drawn as equal heights
_MOST_ABOVE = 1e4  # times the largest exact loss: beyond that the exact line would lie flat at the bottom
_MOST_BELOW = 1e-6

Losses = Sequence[float | None]


@dataclass(frozen=True)
class Axis:
    """A scale from values to pixels, and the values that are written beside it."""

    ticks: tuple[float, ...]
    pixel: Callable[[float], float]


def losses(curve: Curve) -> Markup:
    """Draw the learner's losses and the exact ones by epoch; nothing where that would not help."""
    epochs = max(len(curve.returned), len(curve.expected))
    exact = [loss for loss in curve.expected if loss is not None]
    shown = [loss for loss in (*exact, *curve.returned) if loss is not None]
    if epochs < _FEWEST_EPOCHS or not exact or max(exact) <= 0:
        return Markup()
    y = _loss_axis(shown, max(exact))
    x = _epoch_axis(epochs)
    parts = [
        *_frame(x, y),
        _line(curve.expected, x, y, "expected"),
        _line(curve.returned, x, y, "returned"),
        _text(_LEFT + (_WIDTH - _LEFT - _RIGHT) / 2, _HEIGHT - 4, _("epoch"), "middle"),
    ]
    return Markup(
        '<figure class="chart"><figcaption>{said}: <span class="key returned">{yours}</span> '
        '<span class="key expected">{exact}</span></figcaption>'
        '<svg viewBox="0 0 {width} {height}" role="img" aria-label="{label}">{parts}</svg></figure>'
    ).format(
        said=_("Losses in {run}").format(run=printable(curve.run)),
        yours=_("yours"),
        exact=_("exact"),
        width=_WIDTH,
        height=_HEIGHT,
        label=_in_words(curve),
        parts=Markup("").join(parts),
    )


def _in_words(curve: Curve) -> str:
    first, last = _("The loss of epoch 1 is {yours}, the exact one {exact}."), _("The last: {yours}, exactly {exact}.")
    said = [
        text.format(yours=_number(curve.returned, at), exact=_number(curve.expected, at))
        for text, at in ((first, 0), (last, -1))
    ]
    return " ".join(said)


def _number(values: Losses, at: int) -> str:
    value = values[at] if values else None
    return f"{value:.6g}" if value is not None else _("not a finite number")


# ---- scales ----


def _loss_axis(shown: list[float], largest: float) -> Axis:
    high = min(max(shown), largest * _MOST_ABOVE)
    low = max(min((loss for loss in shown if loss > 0), default=high), largest * _MOST_BELOW)
    floor, ceiling = _HEIGHT - _BOTTOM, _TOP
    if high / low >= _LOG_FROM:
        bottom, top = math.log10(low), math.log10(high)
        margin = (top - bottom) * 0.04

        def height(loss: float) -> float:
            share = (math.log10(max(loss, low)) - bottom + margin) / (top - bottom + 2 * margin)
            return floor - min(max(share, 0.0), 1.0) * (floor - ceiling)

        whole = range(math.ceil(bottom), math.floor(top) + 1)
        step = max(1, math.ceil(len(whole) / 6))
        ticks = tuple(10.0**power for power in whole[::step]) or (low, high)
        return Axis(ticks, height)
    low, high = min(shown), max(high, min(shown) + 1e-9)
    step_size = _round_step((high - low) / 4)
    ticks = tuple(step_size * n for n in range(math.ceil(low / step_size), math.floor(high / step_size) + 1))
    margin = (high - low) * 0.04
    return Axis(
        ticks,
        lambda loss: floor - min(max((loss - low + margin) / (high - low + 2 * margin), 0), 1) * (floor - ceiling),
    )


def _epoch_axis(epochs: int) -> Axis:
    step = max(1, round(_round_step(epochs / 5)))
    ticks = (1, *(n for n in range(step, epochs + 1, step) if n > 1 + step / 2))
    room = _WIDTH - _LEFT - _RIGHT
    return Axis(tuple(map(float, ticks)), lambda epoch: _LEFT + (epoch - 1) / (epochs - 1) * room)


def _round_step(step: float) -> float:
    """The nearest larger of 1, 2 and 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(step))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= step * 0.999)


# ---- shapes ----


def _frame(x: Axis, y: Axis) -> list[Markup]:
    parts = []
    for value in y.ticks:
        at = round(y.pixel(value), 1)
        parts.append(
            Markup('<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(_LEFT, _WIDTH - _RIGHT, at, at)
        )
        parts.append(_text(_LEFT - 8, at + 4, _label(value), "end"))
    for value in x.ticks:
        parts.append(_text(x.pixel(value), _HEIGHT - 20, _label(value), "middle"))
    return parts


def _label(value: float) -> str:
    return f"{value:,.10g}" if 1e-4 <= abs(value) < 1e8 or value == 0 else f"{value:.6g}"


def _text(x: float, y: float, text: str, anchor: str) -> Markup:
    return Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>').format(round(x, 1), round(y, 1), anchor, text)


def _line(values: Losses, x: Axis, y: Axis, name: str) -> Markup:
    """A line through the values, interrupted where one is not a finite number."""
    step = max(1, math.ceil(len(values) / _MOST_POINTS))
    indices = [*range(0, len(values), step)]
    if values and indices[-1] != len(values) - 1:
        indices.append(len(values) - 1)
    path, drawing = [], False
    for index in indices:
        value = values[index]
        if value is None:
            drawing = False
            continue
        path.append(f"{'L' if drawing else 'M'}{x.pixel(index + 1):.1f} {y.pixel(value):.1f}")
        drawing = True
    if len(indices) <= 30:
        # dots, so that a single value between two that are missing shows too
        dots = Markup("").join(
            Markup('<circle cx="{}" cy="{}" r="3"/>').format(f"{x.pixel(i + 1):.1f}", f"{y.pixel(v):.1f}")
            for i, v in enumerate(values)
            if v is not None
        )
        return Markup('<g class="{}"><path d="{}"/>{}</g>').format(name, " ".join(path), dots)
    return Markup('<g class="{}"><path d="{}"/></g>').format(name, " ".join(path))
