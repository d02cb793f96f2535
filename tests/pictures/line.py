"""The study hours in the plane: a table, random lines, one line with its slope, its errors, and new points on it."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from grader.messages import _
from tests.pictures.lecture import STUDY_HOURS
from tests.pictures.style import (
    BLUE,
    GREEN,
    INK,
    MUTED,
    PAPER,
    RED,
    SMALL,
    axes,
    canvas,
    cell,
    figure,
    name_axes,
    note,
)

HOURS, SCORES = STUDY_HOURS.X[:, 0], STUDY_HOURS.y
WEIGHT, BIAS = 15.0, 2.5  # the line of the worked example about predictions
TRAINED = (19.75, 0.5)  # that of the worked example about new samples
NEW_HOURS = np.array([2.0, 2.5, 4.0, 5.0])
DRAWS = 8


def _plane(drawn: Figure, left: float = 52, hours: float = 3.5, points: float = 66, bottom: float = 56) -> Axes:
    width, height = drawn.get_size_inches() * 72
    ax = axes(drawn, left, bottom, width - left - 16, height - bottom - 32)
    ax.set(xlim=(0, hours), ylim=(0, points), xticks=range(int(hours) + 1), yticks=range(0, int(points) + 1, 20))
    name_axes(ax, _("study hours"), _("score"))
    return ax


def _data(ax: Axes, colour: str = INK) -> None:
    ax.plot(HOURS, SCORES, "o", color=colour, zorder=3)


def table_and_scatter() -> Figure:
    """The data as a table and as points; a row of the one is a point of the other."""
    drawn, marked = figure(300), 1
    table = canvas(drawn)
    left, width, height, top = 14, 66, 42, 216
    for column, (name, meaning, values) in enumerate([("X", _("hours"), HOURS), ("y", _("score"), SCORES)]):
        x = left + column * (width + 14)
        middle = x + width / 2
        note(table, name, (middle, top + 43), bold=True, align="center")
        note(table, meaning, (middle, top + 17), colour=MUTED, align="center", size=SMALL)
        for row, value in enumerate(values):
            corner = (x, top - (row + 1) * height)
            cell(table, corner, (width, height), f"{value:g}", BLUE if row == marked else None, bold=row == marked)
        shape = f"({len(values)}, 1)"
        note(table, shape, (middle, top - 3 * height - 20), colour=MUTED, align="center", size=SMALL)
    note(table, _("a row is\na sample"), (left, 30), colour=BLUE, bold=True)
    ax = _plane(drawn, left=236)
    _data(ax)
    hours, score = HOURS[marked], SCORES[marked]
    ax.plot(hours, score, "o", color=BLUE, markersize=14, zorder=4)
    one = _("{hours:g} hours,\nscore {score:g}").format(hours=hours, score=score)
    note(ax, one, (hours, score), (-14, 26), BLUE, bold=True, align="right")
    return drawn


def random_lines() -> Figure:
    """Lines of random parameters: each has its own slope, and all are far from the points."""
    drawn = figure(330)
    ax = _plane(drawn, hours=4.2)
    ax.set(ylim=(-12, 66), xticks=range(4))
    generator = np.random.RandomState(1)  # the old generator: its numbers are the same for ever
    x = np.array([0, 3.2])
    for weight, bias in generator.standard_normal((DRAWS, 2)):
        ax.plot(x, weight * x + bias, color=BLUE, linewidth=2, alpha=0.8)
    _data(ax)
    note(ax, _("the data"), (HOURS[1], SCORES[1]), (-14, 10), bold=True, align="right")
    note(ax, _("{count} random\nstarts").format(count=DRAWS), (3.2, 0), (8, 4), BLUE, bold=True)
    return drawn


def slope_and_bias() -> Figure:
    """One line through the plane, with what its weight and its bias are on it."""
    drawn = figure(370)
    ax = _plane(drawn, hours=4.5)
    x = np.array([0, 3.4])
    ax.plot(x, WEIGHT * x + BIAS, color=BLUE)
    _data(ax)
    predicted = WEIGHT * HOURS + BIAS
    low, high = predicted[1:]
    ax.plot([2, 3, 3], [low, low, high], color=RED, linewidth=2.5, linestyle=(0, (4, 2)), zorder=2)
    slope = _("weight {weight:g}:\n1 hour more,\n{points:g} points more").format(weight=WEIGHT, points=high - low)
    note(ax, slope, (3, low), (10, 14), RED, bold=True)
    ax.plot(HOURS, predicted, "o", color=BLUE, markerfacecolor=PAPER, markeredgewidth=2.5, zorder=3)
    for hours, value, away in zip(HOURS, predicted, [(10, -13), (-10, 12), (-10, 12)], strict=True):
        note(ax, f"{value:g}", (hours, value), away, BLUE, bold=True, align="left" if away[0] > 0 else "right")
    ax.plot([0, 0], [0, BIAS], color=GREEN, linewidth=8, solid_capstyle="butt", zorder=4, clip_on=False)
    height = _("bias {bias:g}: the prediction at 0 hours").format(bias=BIAS)
    note(ax, height, (0, BIAS / 2), (74, 6), GREEN, bold=True, line=True)
    note(ax, _("data"), (HOURS[2], SCORES[2]), (-12, 4), bold=True, align="right")
    return drawn


def squares() -> Figure:
    """Each error as the side of a square; the loss is the mean of the areas."""
    drawn, last, top = figure(400), 4.2, 66.0
    ax = _plane(drawn, hours=last)
    ax.set_xticks(range(4))
    x = np.array([0, 3.4])
    ax.plot(x, WEIGHT * x + BIAS, color=BLUE)
    _data(ax)
    width, height = ax.get_window_extent().size
    hours_per_point = (last / width) / (top / height)  # on the screen, so that a square looks like one
    predicted = WEIGHT * HOURS + BIAS
    sides = SCORES - predicted
    for hours, low, side in zip(HOURS, predicted, sides, strict=True):
        across = side * hours_per_point
        ax.add_patch(Rectangle((hours, low), across, side, facecolor=RED, alpha=0.25, linewidth=0, zorder=1))
        ax.add_patch(Rectangle((hours, low), across, side, fill=False, edgecolor=RED, linewidth=2))
        if hours < HOURS[-1]:
            note(ax, f"{side:g}² = {side**2:g}", (hours + across, low + side / 2), (8, -4), RED, bold=True)
        else:  # to the right of the largest there is no room
            note(ax, f"{side:g}² = {side**2:g}", (hours, low + side), (-14, 0), RED, bold=True, align="right")
    total = " + ".join(f"{side**2:g}" for side in sides)
    loss = float(np.mean(sides**2))
    mean = _("loss = ({total}) / {count} = {loss:.2f}").format(total=total, count=len(sides), loss=loss)
    note(ax, mean, (last, 4.5), bold=True, align="right", size=SMALL)
    return drawn


def new_points() -> Figure:
    """The trained line, and predictions for hours that nobody has recorded."""
    drawn = figure(370)
    weight, bias = TRAINED
    ax = _plane(drawn, left=60, hours=5.6, points=112)
    x = np.array([0, 5.4])
    ax.plot(x, weight * x + bias, color=BLUE)
    _data(ax)
    for hours in NEW_HOURS:
        value = weight * hours + bias
        ax.plot([hours, hours], [0, value], color=RED, linewidth=1.5, linestyle=(0, (4, 3)))
        ax.plot(hours, value, "D", color=RED, zorder=4)
        note(
            ax,
            _("{hours:g} h: {score:g}").format(hours=hours, score=value),
            (hours, value),
            (-12, 14),
            RED,
            bold=True,
            align="right",
        )
    for height, marker, colour, text in [(104, "D", RED, _("new samples")), (93, "o", INK, _("training data"))]:
        ax.plot(0.25, height, marker, color=colour)
        note(ax, text, (0.25, height), (12, -1), colour, bold=True)
    return drawn


PICTURES = {
    "ex01_dataset": table_and_scatter,
    "ex02_parameters": random_lines,
    "ex03_prediction": slope_and_bias,
    "ex04_mse": squares,
    "ex09_inference": new_points,
}
