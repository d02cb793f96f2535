"""The loss as a bowl: its slope along each parameter and from above, and one step down it for four learning rates."""

import numpy as np
from matplotlib.figure import Figure

from grader.messages import _
from tests.pictures.lecture import STUDY_HOURS, bowl_of
from tests.pictures.style import BLUE, GREEN, INK, MUTED, RED, SMALL, arrow, axes, contours, figure, name_axes, note

BOWL = bowl_of(STUDY_HOURS)
START = np.array([2.0, 1.0])  # weight and bias of the worked examples


def slopes() -> Figure:
    """The loss along either parameter, the other one left where it is, with the slope where training is."""
    drawn = figure(330)
    loss, gradient = float(BOWL.loss(START)), BOWL.gradient(START)
    across = 66  # as far along one parameter as along the other, so that the slopes can be compared
    names = (_("weight"), _("bias"))
    for parameter, (left, low) in enumerate([(70, -14), (318, -15)]):
        ax = axes(drawn, left, 56, 206, 230)
        line = np.linspace(low, low + across, 81)
        theta = np.tile(START, (len(line), 1))
        theta[:, parameter] = line
        ax.plot(line, BOWL.loss(theta), color=BLUE)
        at, slope = START[parameter], gradient[parameter]
        tangent = np.array([-3.3, 6.6])
        ax.plot(at + tangent, loss + slope * tangent, color=RED)
        ax.plot(at, loss, "o", color=RED, zorder=4)
        note(ax, _("slope\n{value:g}").format(value=slope), (at, loss), (26, 12), RED, bold=True)
        ax.set(xlim=(low, low + across), ylim=(0, 2000), yticks=range(0, 2001, 500))
        ax.set_xlabel(names[parameter], labelpad=6)
        stays = _("{other} stays {value:g}").format(other=names[1 - parameter], value=START[1 - parameter])
        ax.set_title(stays, color=MUTED, fontsize=SMALL)
        if parameter == 0:
            note(ax, _("loss"), (0, 1), (-8, 20), align="right", of="axes fraction")
        else:
            ax.set_yticklabels([])
    return drawn


def from_above() -> Figure:
    """The bowl from above: the gradient's two numbers, and the way down that they give together."""
    drawn = figure(400)
    ax = axes(drawn, 52, 56, 472, 306, grid=False)  # a unit is as long on both axes, and the gradient upright on a line
    contours(ax, BOWL, [30, 200, 600, float(BOWL.loss(START)), 2600], labels_at=-13)
    ax.set(xlim=(-14, 45), ylim=(-18, 20.25), xticks=range(-10, 41, 10), yticks=range(-10, 21, 10))
    name_axes(ax, _("weight"), _("bias"))
    gradient = BOWL.gradient(START)
    end = START - 0.075 * gradient
    ax.plot([START[0], end[0], end[0]], [START[1], START[1], end[1]], color=RED, linewidth=2, linestyle=(0, (4, 3)))
    arrow(ax, START, end, RED)
    ax.plot(*START, "o", color=RED, zorder=4)
    note(ax, _("weight: {value:g}").format(value=gradient[0]), (START[0], START[1]), (8, -15), RED, bold=True)
    note(ax, _("bias: {value:g}").format(value=gradient[1]), (end[0], (START[1] + end[1]) / 2), (8, -4), RED, bold=True)
    note(ax, _("downhill"), (end[0], end[1]), (-20, 10), RED, bold=True, align="right")
    note(ax, _("lowest loss"), (BOWL.bottom[0], BOWL.bottom[1]), (14, -10), bold=True)
    return drawn


def shares() -> Figure:
    """What each sample adds to the gradient of the weight and of the bias."""
    drawn = figure(284)
    hours, count = STUDY_HOURS.X[:, 0], len(STUDY_HOURS.y)
    errors = START[0] * hours + START[1] - STUDY_HOURS.y
    samples = zip(hours, errors, strict=True)
    rows = [*(_("{hours:g} h, error {error:g}").format(hours=hour, error=error) for hour, error in samples), _("sum")]
    for column, (name, formula, factors, left) in enumerate(
        [
            (_("weight's gradient"), _("2/{count} × hours × error"), hours, 164),
            (_("bias's gradient"), _("2/{count} × error"), np.ones(count), 384),
        ]
    ):
        added = 2 / count * factors * errors
        ax = axes(drawn, left, 4, 150, 204, grid=False)
        ax.set_axis_off()
        ax.set(xlim=(0, 150), ylim=(count + 1.4, -0.6))
        note(ax, name, (0, 1), (0, 40), bold=True, of="axes fraction")
        note(ax, formula.format(count=count), (0, 1), (0, 16), MUTED, of="axes fraction")
        for row, number in enumerate([*added, added.sum()]):
            last = row == count
            start, length = (0.0 if last else 0.8 * abs(added[:row].sum())), 0.8 * abs(number)
            y = row + 0.3 * last
            ax.barh(y, length, left=start, height=0.62, color=RED if last else BLUE)
            note(ax, f"{number:.4g}", (start + length, y), (6, -1), bold=last)
            if column == 0:
                note(ax, rows[row], (0, y), (-8, -1), align="right", bold=last)
    return drawn


def learning_rates() -> Figure:
    """One step from the same point, seen along the direction in which it goes, for the learning rates of the page."""
    drawn = figure(400)
    ax = axes(drawn, 68, 56, 456, 306)
    gradient, begin = BOWL.gradient(START), float(BOWL.loss(START))
    lr = np.linspace(-0.012, 0.2, 107)
    ax.plot(lr, BOWL.loss(START - lr[:, None] * gradient), color=BLUE)
    ax.set(xlim=(-0.02, 0.215), ylim=(0, 2100), yticks=range(0, 2001, 500))
    ax.set_xticks([0, 0.05, 0.1, 0.15, 0.2], ["0", "0.05", "0.1", "0.15", "0.2"])
    name_axes(ax, _("learning rate"), _("loss after one step"))
    ax.plot(0, begin, "o", color=INK, markersize=12, zorder=5)
    note(ax, _("start: {value:g}").format(value=begin), (0, begin), (14, 12), bold=True)
    for rate, words, colour, away, align in [
        (0.001, _("hardly moved"), RED, (22, -14), "left"),
        (0.01, _("some way down"), GREEN, (22, -6), "left"),
        (0.1, _("near the bottom"), GREEN, (-18, 100), "center"),
        (0.19, _("too far, and up"), RED, (-16, 10), "right"),
    ]:
        loss = float(BOWL.loss(START - rate * gradient))
        ax.plot(rate, loss, "D", color=colour, zorder=4)
        far = away[1] > 50
        note(ax, f"{rate:g}: {loss:.4g}, {words}", (rate, loss), away, colour, bold=True, align=align, line=far)
    return drawn


PICTURES = {
    "ex05_autograd": slopes,
    "ex06_gradients": from_above,
    "ex06_gradients_samples": shares,
    "ex07_update": learning_rates,
}
