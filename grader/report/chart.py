"""The learner's losses and the exact ones as a few lines of text.

Drawn here and not by a library: asciichartpy and plotille tell two curves apart by colour only, and plotext is 3 MB,
draws no frame in ASCII and changed all its functions from one version to the next.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from grader.messages import _
from grader.report.scale import loss_range
from grader.result.evidence import Curve

_ROWS = 9  # at most
_COLUMNS = 60  # at most
_FEWEST_COLUMNS = 24
_FEWEST_EPOCHS = 5


@dataclass(frozen=True)
class Marks:
    """The characters of a chart."""

    returned: str
    expected: str
    beyond: str
    tick: str
    side: str
    corner: str
    floor: str


UNICODE = Marks("●", "·", "↑", "┤", "│", "└", "─")
ASCII = Marks("x", ".", "^", "+", "|", "+", "-")


@dataclass(frozen=True)
class Scale:
    """Rows of a chart: row r, from 0 at the bottom, stands for `low + r * step`, or 10 to that power if `log`."""

    log: bool
    low: float
    step: float
    rows: int

    def height(self, loss: float) -> float:
        """Where a loss is, in rows."""
        if self.log:
            loss = math.log10(loss) if loss > 0 else -math.inf
        return (loss - self.low) / self.step

    def row(self, loss: float) -> int:
        """The row of a loss: the nearest, the lowest for what is below them all, and the highest for what is above."""
        return min(math.floor(max(self.height(loss), 0.0) + 0.5), self.rows - 1)

    def labels(self) -> dict[int, str]:
        """What stands beside some of the rows."""
        values = [self.low + row * self.step for row in range(self.rows)]
        if not self.log:
            return {row: f"{value:.6g}" for row, value in enumerate(values) if row % 2 == 0}
        labels = {row: _power_of_ten(round(v)) for row, v in enumerate(values) if abs(v - round(v)) < 1e-9}
        if len(labels) < 2:
            labels |= {row: f"{10 ** values[row]:.2g}" for row in (0, self.rows - 1) if row not in labels}
        return labels


def _power_of_ten(exponent: int) -> str:
    return str(10**exponent) if 0 <= exponent <= 7 else f"{10.0**exponent:g}"


def chart(curve: Curve, width: int, unicode: bool = True) -> list[Text]:
    """Draw both curves; no lines at all where a chart would not help.

    Args:
        curve: what to draw.
        width: of a line, in columns.
        unicode: whether the terminal knows more than ASCII.
    """
    scale = _scale_of(curve)
    if scale is None or not _differs_visibly(curve, scale):
        return []
    marks = UNICODE if unicode else ASCII
    labels = scale.labels()
    margin = max(map(len, labels.values()))
    columns = _columns_of(max(len(curve.returned), len(curve.expected)), width - margin - 2)
    if columns is None:
        return []
    rows = _canvas(curve, scale, columns, marks)
    lines = [Text(line) for line in _wrapped(curve.run, width)]
    for row in reversed(range(scale.rows)):
        side = marks.tick if row in labels else marks.side
        lines.append(Text(f"{labels.get(row, ''):>{margin}} {side}", "dim").append(rows[row]))
    lines.append(Text(f"{'':>{margin}} {marks.corner}{marks.floor * (columns[-1] + 1)}", "dim"))
    last = str(len(columns))
    first = f"{_('epoch')} 1"
    lines.append(Text(f"{'':>{margin}}  {first}{last:>{max(columns[-1] + 1 - cell_len(first), len(last) + 1)}}", "dim"))
    legend = _legend(marks, beyond=any(marks.beyond in row.plain for row in rows))
    gap = Text("   ")
    on_one = gap.join(legend)
    for line in [on_one] if margin + 2 + on_one.cell_len <= width else legend:
        lines.append(Text(" " * (margin + 2)).append(line))
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most this many columns, broken at spaces."""
    lines = [""]
    for word in text.split():
        line = f"{lines[-1]} {word}".lstrip()
        if cell_len(line) <= width or not lines[-1]:
            lines[-1] = line
        else:
            lines.append(word)
    return lines


def _scale_of(curve: Curve) -> Scale | None:
    shown = loss_range(curve)
    if shown is None or sum(loss is not None for loss in curve.expected) < _FEWEST_EPOCHS:
        return None
    if shown.log:
        return _fitting(True, math.log10(shown.low), math.log10(shown.high), (1 / 4, 1 / 3, 1 / 2, 1.0, 2.0, 5.0))
    size = 10.0 ** math.floor(math.log10(max(shown.high - shown.low, 1e-6 * shown.high)))
    return _fitting(False, shown.low, shown.high, tuple(size * step for step in (0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 2.5)))


def _fitting(log: bool, low: float, high: float, steps: Sequence[float]) -> Scale:
    """The finest of these steps from row to row with which few enough rows hold all from `low` to `high`."""
    for step in steps:
        bottom, top = round(low / step), round(high / step)
        if top - bottom < _ROWS:
            return Scale(log, bottom * step, step, max(top - bottom, 1) + 1)
    raise AssertionError("the last step is always wide enough")


def _differs_visibly(curve: Curve, scale: Scale) -> bool:
    """Whether some loss of the learner's would be drawn a row or more away from the exact one of the same epoch."""
    if not curve.can_be_compared:
        return False
    pairs = zip(curve.returned, curve.expected, strict=False)
    return any(mine is None or abs(_seen(scale, mine) - _seen(scale, exact)) >= 1 for mine, exact in pairs if exact)


def _seen(scale: Scale, loss: float) -> float:
    return min(max(scale.height(loss), 0.0), scale.rows - 1.0)


def _columns_of(epochs: int, width: int) -> list[int] | None:
    """The column of each epoch: up to three apart where there is room, several in one where there is none."""
    width = min(width, _COLUMNS)
    if width < _FEWEST_COLUMNS:
        return None
    apart = min(3.0, (width - 1) / (epochs - 1))
    if apart > 1:
        apart = math.floor(apart)
    return [round(epoch * apart) for epoch in range(epochs)]


def _canvas(curve: Curve, scale: Scale, columns: Sequence[int], marks: Marks) -> list[Text]:
    """The rows from the bottom up; where both curves meet, the learner's is on top."""
    cells = [[" "] * (columns[-1] + 1) for _row in range(scale.rows)]
    for loss, column in zip(curve.expected, columns, strict=False):
        if loss is not None:
            cells[scale.row(loss)][column] = marks.expected
    for loss, column in zip(curve.returned, columns, strict=False):
        beyond = loss is None or scale.height(loss) > scale.rows - 0.5
        row = scale.rows - 1 if loss is None else scale.row(loss)
        cells[row][column] = marks.beyond if beyond else marks.returned
    styles = {marks.returned: "red", marks.beyond: "red", marks.expected: "green"}
    return [Text.assemble(*((cell, styles.get(cell, "")) for cell in row)) for row in cells]


def _legend(marks: Marks, beyond: bool) -> list[Text]:
    entries = [Text(f"{marks.returned} {_('your loss')}", "red"), Text(f"{marks.expected} {_('exact loss')}", "green")]
    if beyond:
        entries.append(Text(f"{marks.beyond} {_('your loss, too large to draw')}", "red"))
    return entries
