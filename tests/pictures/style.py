"""How the pictures look: sizes, colours and the few things that most of them are made of.

Sizes are in pixels at a picture's natural width. Phones show it at about two thirds of that, so no text is smaller
than `SMALL`. Colours are those of Okabe and Ito, which people tell apart whatever their eyes; each has a name here,
and a second value in the dark.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from grader.messages import _
from tests.pictures.lecture import Bowl, Floats

WIDTH = 540
TEXT, SMALL = 18, 16

# on white; `svg.py` knows each of them by this value, and says what it is in the dark
INK, MUTED, GRID, PAPER = "#1f2328", "#59636e", "#d1d9e0", "#ffffff"
BLUE, RED, GREEN = "#0072b2", "#d55e00", "#009e73"

NO_RIM = "no-rim"  # of text on a wash, where a rim of the page's colour would show

RC: dict[Any, Any] = {  # matplotlib types its keys as the hundreds that it knows
    "svg.fonttype": "none",
    "svg.hashsalt": "linear-regression",
    "font.family": "DejaVu Sans",  # which matplotlib brings: what it measures is the same everywhere
    "text.hinting": "none",
    "axes.unicode_minus": False,  # a hyphen, as on the pages and in Python
    "font.size": TEXT,
    "text.color": INK,
    "axes.titlesize": TEXT,
    "axes.labelsize": TEXT,
    "axes.labelcolor": INK,
    "axes.edgecolor": MUTED,
    "axes.linewidth": 1.2,
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "grid.color": GRID,
    "grid.linewidth": 1.0,
    "lines.linewidth": 3.0,
    "lines.markersize": 9.0,
    "lines.solid_capstyle": "round",
}


def figure(height: float) -> Figure:
    """An empty picture; one point of matplotlib's is one pixel of ours."""
    drawn = Figure(figsize=(WIDTH / 72, height / 72), dpi=72)
    drawn.patch.set_visible(False)
    return drawn


def axes(drawn: Figure, left: float, bottom: float, width: float, height: float, grid: bool = True) -> Axes:
    """Axes at a place in the picture, in pixels from its lower left corner."""
    whole_width, whole_height = drawn.get_size_inches() * 72
    made = drawn.add_axes((left / whole_width, bottom / whole_height, width / whole_width, height / whole_height))
    made.patch.set_visible(False)
    made.grid(grid)
    made.tick_params(bottom=False, left=False, pad=6)
    return made


def canvas(drawn: Figure) -> Axes:
    """Axes over the whole picture in pixels, with nothing to be seen of them."""
    width, height = drawn.get_size_inches() * 72
    made = axes(drawn, 0, 0, width, height, grid=False)
    made.set_axis_off()
    made.set(xlim=(0, width), ylim=(0, height))
    return made


def name_axes(ax: Axes, x: str, y: str) -> None:
    """Write what is on both axes; y's name lies above them, where it needs no turned head."""
    ax.set_xlabel(x, labelpad=6)
    note(ax, y, (0, 1), (-6, 14), of="axes fraction")


def note(
    ax: Axes,
    text: str,
    at: tuple[float, float],
    away: tuple[float, float] = (0, 0),
    colour: str = INK,
    bold: bool = False,
    align: str = "left",
    line: bool = False,
    size: float = TEXT,
    of: str = "data",
) -> None:
    """Write a text beside a point.

    Lines are written one by one: a browser's letters are narrower than those that matplotlib measures, and only a
    single line is put where it should end or have its middle.

    Args:
        ax: where the point is.
        text: one or more lines.
        at: the point.
        away: from there to the middle of the text's height and its left, middle or right, in pixels.
        colour: of the text.
        bold: whether it is.
        align: "left", "center" or "right".
        line: draw a thin line to the point.
        size: of the letters.
        of: what the point is measured in, as for `annotate`.
    """
    lines = text.split("\n")
    arrow = {"arrowstyle": "-", "color": MUTED, "linewidth": 1.2, "shrinkA": 2, "shrinkB": 6} if line else None
    for number, words in enumerate(lines):
        y = away[1] + ((len(lines) - 1) / 2 - number) * 1.25 * size - 0.36 * size
        written = ax.annotate(words, at, (away[0], y), of, "offset points", arrowprops=arrow)
        written.set(color=colour, fontweight="bold" if bold else "normal", ha=align, va="baseline", fontsize=size)


def arrow(ax: Axes, start: Sequence[float] | Floats, end: Sequence[float] | Floats, colour: str) -> None:
    """Draw an arrow from point to point."""
    style = {"arrowstyle": "-|>,head_width=0.32,head_length=0.6", "color": colour, "linewidth": 3.0}
    style |= {"shrinkA": 0, "shrinkB": 0, "mutation_scale": 16}
    ax.annotate("", (end[0], end[1]), xytext=(start[0], start[1]), arrowprops=style)


def cell(
    ax: Axes, corner: tuple[float, float], size: tuple[float, float], text: str, colour: str | None, bold: bool = False
) -> None:
    """Draw a cell of a table, lower left corner and size given, washed with a colour if it has one."""
    ax.add_patch(Rectangle(corner, *size, fill=False, edgecolor=MUTED, linewidth=1.2))
    if colour is not None:
        ax.add_patch(Rectangle(corner, *size, facecolor=colour, alpha=0.25, linewidth=0))
    middle = (corner[0] + size[0] / 2, corner[1] + size[1] / 2)
    written = ax.annotate(text, middle, (0, -0.36 * TEXT), textcoords="offset points", ha="center", va="baseline")
    written.set_fontweight("bold" if bold else "normal")
    written.set_gid(NO_RIM)


def contours(ax: Axes, bowl: Bowl, losses: Sequence[float], labels_at: float | None = None) -> None:
    """Draw the lines of equal loss of a bowl over two parameters, which are ellipses, and mark its bottom.

    Args:
        ax: where the first parameter is x and the second y.
        bowl: of two parameters.
        losses: one line each.
        labels_at: the y where each loss is written on its line, to the left of the bottom.
    """
    values, directions = np.linalg.eigh(bowl.curvature)
    angle = np.linspace(0, 2 * np.pi, 181)
    circle = np.stack([np.cos(angle), np.sin(angle)])
    for loss in losses:
        reach = np.sqrt(2 * (loss - bowl.lowest) / values)
        line: Floats = bowl.bottom[:, None] + directions @ (reach[:, None] * circle)
        ax.plot(line[0], line[1], color=MUTED, linewidth=1.2, alpha=0.7, zorder=1)
        if labels_at is not None:
            # loss - lowest = (a x^2 + 2 b x y + c y^2) / 2, solved for the smaller x
            y = labels_at - bowl.bottom[1]
            (a, b), (_b, c) = bowl.curvature
            root = np.sqrt((b * y) ** 2 - a * (c * y**2 - 2 * (loss - bowl.lowest)))
            x = float(bowl.bottom[0] + (-b * y - root) / a)
            note(ax, f"{loss:g}", (x, labels_at), colour=MUTED, align="center", size=SMALL)
    if labels_at is not None:
        note(ax, _("lines of equal loss"), (1, 1), (0, 14), MUTED, align="right", size=SMALL, of="axes fraction")
    ax.plot(*bowl.bottom, "+", color=INK, markersize=13, markeredgewidth=2.5, zorder=6)
