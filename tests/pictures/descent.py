"""Ways down: gradient descent across the valley and along it, a wide valley and a narrow one, and three optimizers."""

import numpy as np
from matplotlib.figure import Figure

from grader.messages import _
from tests.pictures.bowl import BOWL, START
from tests.pictures.lecture import APPLES, adam, bowl_of, descend, scaled
from tests.pictures.style import BLUE, GREEN, INK, RED, axes, contours, figure, name_axes, note

LR, EPOCHS = 0.01, 1000  # of the worked example about the training loop
ACROSS = 20  # epochs, after which hardly anything is left of the way across


def path() -> Figure:
    """Where training goes: fast across the valley, slowly along it."""
    drawn = figure(420)
    ax = axes(drawn, 52, 56, 472, 326, grid=False)
    contours(ax, BOWL, [1, 10, 100, 300, 600, 1000, float(BOWL.loss(START))], labels_at=-2)
    ax.set(xlim=(0, 24), ylim=(-4, 12.6), xticks=range(0, 25, 5), yticks=range(0, 11, 5))
    name_axes(ax, _("weight"), _("bias"))
    points = descend(BOWL, START, LR, EPOCHS)
    ax.plot(*points[: ACROSS + 1].T, "o-", color=RED, markersize=6, zorder=5)
    ax.plot(*points[ACROSS:].T, color=BLUE, linewidth=4, zorder=4)
    for epoch, text in [(100, _("epoch {number}").format(number=100)), (300, "300"), (EPOCHS, f"{EPOCHS}")]:
        ax.plot(*points[epoch], "o", color=BLUE, zorder=5)
        note(ax, text, (points[epoch, 0], points[epoch, 1]), (12, 8), BLUE, bold=True)
    across = _("first {count} epochs:\nacross the valley").format(count=ACROSS)
    note(ax, across, (points[4, 0], points[4, 1]), (-60, 72), RED, bold=True)
    note(ax, _("then, slowly,\nalong it"), (points[100, 0], points[100, 1]), (0, 70), BLUE, bold=True)
    note(ax, _("start"), (START[0], START[1]), (0, -18), RED, bold=True, align="center")
    return drawn


def losses() -> Figure:
    """The losses of that training on a log axis, and the two parts that they are the sum of."""
    drawn = figure(400)
    ax = axes(drawn, 72, 56, 440, 306)
    updates = np.arange(EPOCHS)
    loss = BOWL.loss(descend(BOWL, START, LR, EPOCHS - 1))
    # along an eigenvector of the curvature the distance from the bottom shrinks by the same factor at every step
    values, directions = np.linalg.eigh(BOWL.curvature)
    away = directions.T @ (START - BOWL.bottom)
    for value, distance, colour, words, epoch, place in [
        (values[1], away[1], RED, _("across"), 12, (24, 0)),
        (values[0], away[0], BLUE, _("along the valley"), 330, (10, 22)),
    ]:
        part = value / 2 * (distance * (1 - LR * value) ** updates) ** 2
        ax.plot(updates + 1, part, color=colour, linewidth=2.5, linestyle=(0, (3, 2)), zorder=2)
        text = _("{direction}, curvature {curvature:.2f}:\n× {factor:.3f} each epoch")
        text = text.format(direction=words, curvature=value, factor=(1 - LR * value) ** 2)
        note(ax, text, (epoch, part[epoch]), place, colour, bold=True)
    ax.plot(updates + 1, loss, color=INK, zorder=3)
    ax.set_yscale("log")
    ax.set(xlim=(-20, 1060), ylim=(0.015, 4000), xticks=[1, 250, 500, 750, 1000])
    ax.set_yticks([0.1, 1, 10, 100, 1000], ["0.1", "1", "10", "100", "1000"])
    ax.minorticks_off()
    name_axes(ax, _("epoch"), _("loss, each line ten times the one below"))
    first, last = f"{loss[0]:.4g}", f"{loss[-1]:.5f}"
    note(ax, _("epoch {number}: {loss}").format(number=1, loss=first), (1, loss[0]), (14, 6), bold=True)
    text = _("epoch {number}: {loss}").format(number=EPOCHS, loss=last)
    note(ax, text, (EPOCHS, loss[-1]), (-6, -20), bold=True, align="right")
    return drawn


def crops() -> Figure:
    """The loss over two of the crops' weights: a narrow valley with the data as they are, a wide one once scaled."""
    drawn, steps = figure(384), 20
    rises = (1, 4, 16, 49, 100)  # of the loss, above the lowest
    for samples, title, lr, left in [
        (APPLES, _("features as recorded"), 0.0001, 62),
        (scaled(APPLES), _("features scaled"), 0.5, 336),
    ]:
        whole = bowl_of(samples, outputs=2)
        bowl = whole.along([1, 2])
        ax = axes(drawn, left, 126, 196, 196, grid=False)
        reach = np.sqrt(2 * rises[-1] / np.linalg.eigvalsh(bowl.curvature)[0])  # of the outermost line, at its farthest
        contours(ax, bowl, [bowl.lowest + rise for rise in rises])
        low, high = bowl.bottom - 1.05 * reach, bowl.bottom + 1.05 * reach
        ax.set(xlim=(low[0], high[0]), ylim=(low[1], high[1]))
        points = descend(bowl, bowl.bottom + reach * np.array([-0.9, 0.3]), lr, steps)
        ax.plot(*points.T, "o-", color=RED, markersize=7, linewidth=2, zorder=5)
        name_axes(ax, _("rainfall's weight"), _("humidity's weight"))
        limit = 2 / np.linalg.eigvalsh(whole.curvature)[-1]
        rates = f"{limit:.5f}" if limit < 0.001 else f"{limit:.1f}"
        for text, corner, away, colour, align in [
            (title, (0, 1), (-6, 44), INK, "left"),
            (_("{count} steps").format(count=steps), (1, 1), (0, -8), RED, "right"),
            (_("stable learning rates:\nbelow {limit}").format(limit=rates), (0, 0), (-6, -84), INK, "left"),
        ]:
            note(ax, text, corner, away, colour, bold=True, align=align, of="axes fraction")
    return drawn


def optimizers() -> Figure:
    """Three optimizers from the same start on the same bowl."""
    drawn, epochs = figure(492), 100
    ax = axes(drawn, 52, 56, 472, 400, grid=False)
    contours(ax, BOWL, [10, 100, 300, 600, 1000, 1500], labels_at=-2.6)
    ax.set(xlim=(-1, 29), ylim=(-4, 21.4), xticks=range(0, 26, 5), yticks=range(0, 16, 5))
    name_axes(ax, _("weight"), _("bias"))
    note(ax, _("loss after {count} epochs").format(count=epochs), (0, 20.4), bold=True)
    start = np.zeros(2)
    for row, (name, points, colour, marker) in enumerate(
        [
            (_("SGD, rate 0.01"), descend(BOWL, start, 0.01, epochs), BLUE, "o"),
            (_("momentum, rate 0.01"), descend(BOWL, start, 0.01, epochs, momentum=0.9), RED, "D"),
            (_("Adam, rate 1"), adam(BOWL, start, 1.0, epochs), GREEN, "s"),
        ]
    ):
        ax.plot(*points.T, color=colour, linewidth=2.5, zorder=3)
        ax.plot(*points[::10].T, marker, color=colour, markersize=8, zorder=4)
        place = (0.4, 18.9 - 1.5 * row)
        ax.plot(*place, marker, color=colour)
        note(ax, f"{name}: {BOWL.loss(points[-1]):.2g}", place, (12, -1), colour, bold=True)
    return drawn


PICTURES = {
    "ex08_training_loop": path,
    "ex08_training_loop_loss": losses,
    "ex10_multi_output_valley": crops,
    "ex13_train": optimizers,
}
