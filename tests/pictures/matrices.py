"""What goes where: a layer of two units and its weight, the same weight in nn.Linear, and who touches a gradient."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from grader.messages import _
from tests.pictures.style import BLUE, INK, MUTED, RED, SMALL, arrow, canvas, cell, figure, note

UNITS = (BLUE, RED)  # apples and oranges, or the first output and the second
WIDTH, HEIGHT = 74, 42  # of a cell


def _matrix(
    ax: Axes, left: float, top: float, rows: Sequence[Sequence[object]], colours: Sequence[str], by_row: bool = False
) -> None:
    """Draw a table from its upper left corner; each row, or each column, has a colour of its own."""
    for row, items in enumerate(rows):
        for column, item in enumerate(items):
            corner = (left + column * WIDTH, top - (row + 1) * HEIGHT)
            cell(ax, corner, (WIDTH, HEIGHT), str(item), colours[row if by_row else column])


def layer() -> Figure:
    """Three features, two units, six weights; a unit and its column of the weight have the same colour."""
    drawn = figure(300)
    ax = canvas(drawn)
    features = [(_("temperature"), "t", 224), (_("rainfall"), "r", 150), (_("humidity"), "h", 76)]
    outputs = [(_("apples"), 187), (_("oranges"), 113)]
    left, top = 384, 228
    note(ax, _("a layer of two units"), (16, 278), bold=True)
    note(ax, _("weight (3, 2)"), (left, top + 50), bold=True)
    for column, (colour, (name, y)) in enumerate(zip(UNITS, outputs, strict=True)):
        for _name, _letter, low in features:
            ax.plot([132, 218], [low, y], color=colour, linewidth=2.5, zorder=1)
        ax.add_patch(Circle((226, y), 19, facecolor=colour, linewidth=0, zorder=2))
        note(ax, name, (226, y), (26, 0), colour, bold=True)
        above = (left + (column + 0.5) * WIDTH, top + 13)
        note(ax, name, above, colour=colour, bold=True, align="center", size=SMALL)
    for row, (name, letter, y) in enumerate(features):
        ax.add_patch(Circle((132, y), 8, facecolor=INK, linewidth=0, zorder=2))
        note(ax, name, (132, y), (-14, 0), align="right")
        note(ax, letter, (left, top - (row + 0.5) * HEIGHT), (-10, 0), align="right")
    _matrix(ax, left, top, [[f"w{row}{column}" for column in (1, 2)] for row in (1, 2, 3)], UNITS)
    note(ax, _("bias (2,)"), (left, top - 3 * HEIGHT - 26), bold=True)
    _matrix(ax, left, top - 3 * HEIGHT - 42, [["b1", "b2"]], UNITS)
    return drawn


def transposed() -> Figure:
    """The weight as the course has it, a column for each output, and in nn.Linear, a row for each."""
    drawn = figure(240)
    ax = canvas(drawn)
    weight, middle = np.array([[1, 4], [2, 5], [3, 6]]), 84  # the worked example's
    for matrix, name, each, left, by_row in [
        (weight, "weight (3, 2)", _("a column for each output"), 14, False),
        (weight.T, "layer.weight (2, 3)", _("a row for each output"), 232, True),
    ]:
        top = middle + len(matrix) * HEIGHT / 2
        note(ax, name, (left, 220), bold=True)
        note(ax, each, (left, 196), colour=MUTED, size=SMALL)
        _matrix(ax, left, top, matrix.tolist(), UNITS, by_row)
        for output, colour in enumerate(UNITS):
            text, along = _("output {number}").format(number=output + 1), output + 0.5
            if by_row:
                note(ax, text, (left + 3 * WIDTH, top - along * HEIGHT), (8, 0), colour, bold=True, size=SMALL)
            else:
                above = (left + along * WIDTH, top)
                note(ax, text, above, (0, 12), colour, bold=True, align="center", size=SMALL)
    arrow(ax, (174, middle), (220, middle), INK)
    return drawn


def training_step() -> Figure:
    """What each of three calls writes into: the parameters, or their gradients."""
    drawn = figure(304)
    ax = canvas(drawn)
    # the worked example: weight, bias and their gradients, and one step with its learning rate
    parameters, gradients, lr = np.array([1.0, -2.0, 0.5]), np.array([7.0, 2.0, 3.0]), 0.25
    values = (parameters, gradients, parameters - lr * gradients)
    before, filled, after = (", ".join(f"{value:g}" for value in row) for row in values)
    left, top, height = 222, 256, 50
    columns = [("weight, bias", left, 158), (".grad", left + 172, 130)]
    for name, x, width in columns:
        note(ax, name, (x + width / 2, top + 20), bold=True, align="center")
    for row, (call, texts, written) in enumerate(
        [
            (_("before"), (before, "None"), None),
            ("loss.backward()", (before, filled), 1),
            ("optimizer.step()", (after, filled), 0),
            ("optimizer.zero_grad()", (after, "None"), 1),
        ]
    ):
        y = top - (row + 1) * (height + 10)
        note(ax, call, (left, y + height / 2), (-12, 0), align="right", bold=written is not None)
        for column, (text, (_name, x, width)) in enumerate(zip(texts, columns, strict=True)):
            colour = UNITS[column] if written == column else None
            cell(ax, (x, y), (width, height), text, colour, bold=written == column)
    return drawn


PICTURES = {"ex10_multi_output": layer, "ex11_linear_layer": transposed, "ex12_optimizer": training_step}
