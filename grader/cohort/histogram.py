"""The distribution of points as an SVG that takes its colours and its font from the page it stands in."""

import io
import re
import warnings
from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup

from grader.cohort.statistics import ClassStatistics
from grader.messages import _

_WIDTH, _HEIGHT = 9.0, 2.6  # inches of 72 points
_MOST_BARS = 21
_NUMBER = 0.16  # of the height: what the number on a bar takes, also where letters are large
# placeholders that no palette has, by the page's own colours
_COLOURS = {"#010203": "var(--accent)", "#040506": "var(--soft)", "#070809": "var(--line)", "#0a0b0c": "var(--text)"}
_ACCENT, _SOFT, _LINE, _TEXT = _COLOURS


def histogram(statistics: ClassStatistics) -> Markup:
    """Draw how many students have how many points; empty without the plotting library, or with nothing to draw."""
    try:
        from matplotlib.figure import Figure
        from matplotlib.ticker import MaxNLocator
    except ImportError:
        return Markup()
    points = [student.points for student in statistics.handed_in]
    if not points or statistics.max_points < 1:
        return Markup()
    edges = _edges(statistics.max_points)
    figure = Figure(figsize=(_WIDTH, _HEIGHT), layout="constrained")
    axes = figure.subplots()
    counts = [sum(low <= one < high for one in points) for low, high in pairwise(edges)]
    widths = [0.92 * (high - low) for low, high in pairwise(edges)]
    bars = axes.bar(edges[:-1], counts, widths, color=_ACCENT, align="edge")
    axes.bar_label(bars, [str(count or "") for count in counts], color=_TEXT, padding=2)
    median, top = statistics.median(), 1.3 * max(counts)
    # around the number on the bar that it falls into
    bar = next(count for count, high in zip(counts, edges[1:], strict=True) if median < high)
    for low, high in ((0.0, float(bar)), (bar + _NUMBER * top, top)):
        axes.plot([median, median], [low, high], color=_TEXT, linewidth=1.2, linestyle=(0, (4, 3)))
    is_left = median < 0.8 * statistics.max_points
    axes.annotate(
        _("median {value:g}").format(value=median),
        (median, 1),
        (4 if is_left else -4, -2),
        xycoords=("data", "axes fraction"),
        textcoords="offset points",
        color=_TEXT,
        va="top",
        ha="left" if is_left else "right",
    )
    axes.set_xlim(edges[0], edges[-1])
    axes.set_ylim(0, top)
    axes.set_xlabel(_("points"), color=_SOFT)
    axes.set_ylabel(_("students"), color=_SOFT, labelpad=9)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=4, prune="lower"))
    axes.grid(axis="y", color=_LINE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.tick_params(colors=_SOFT, length=0)
    axes.spines[:].set_visible(False)
    return Markup(_for_the_page(figure, _in_words(points, statistics)))


def _edges(most: int) -> list[float]:
    step = max(1, -(-most // (_MOST_BARS - 1)))
    if step > 1:
        step = -(-step // 5) * 5
    edges = [edge - 0.5 if step == 1 else float(edge) for edge in range(0, most + 1, step)]
    # full marks get a bar of their own: whoever is done stands apart from whoever is nearly so
    return [*edges, edges[-1] + step]


def _in_words(points: Sequence[int], statistics: ClassStatistics) -> str:
    said = _("Points of {count} students: from {least} to {most} of {points}, median {median:g}, mean {mean:.1f}.")
    return said.format(
        count=len(points),
        least=min(points),
        most=max(points),
        points=statistics.max_points,
        median=statistics.median(),
        mean=statistics.mean(),
    )


def _for_the_page(figure: "object", label: str) -> str:
    import matplotlib as mpl

    text = io.StringIO()
    # text stays text, and the same figure is the same bytes
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "class", "font.size": 10}), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")  # the page's own font has it
        figure.savefig(text, format="svg", transparent=True, metadata={"Date": None, "Creator": None})  # type: ignore[attr-defined]
    svg = text.getvalue()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r' (?:width|height)="[\d.]+pt"', "", svg, count=2)
    svg = re.sub(r"font: ([\d.]+)px [^;\"]+", r"font-size: \1px", svg)
    for placeholder, colour in _COLOURS.items():
        svg = svg.replace(placeholder, colour)
    return svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)
