"""The epoch in which a training goes wrong: which number is off, and what was done instead of the right step."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from grader.messages import _
from grader.testing import render
from grader.testing.answer import Part
from grader.testing.compare import rounding
from grader.testing.values import Floats

_ALIKE = 1e-3  # relative: a clue is only given where the numbers leave no doubt

Known = Callable[[int], Sequence[Floats] | None]  # the exact parameters after so many epochs, where they are known


@dataclass(frozen=True)
class Departure:
    """The first epoch after which the parameters are not the right ones.

    Attributes:
        epoch: counted from 1.
        parts: the parameters after it.
        right: the exact ones.
        at: which of them is the first that is off.
    """

    epoch: int
    parts: Sequence[Part]
    right: Sequence[Floats]
    at: int

    def sentence(self) -> str:
        """At which epoch the parameters leave the exact ones, with both numbers."""
        part, right = self.parts[self.at], self.right[self.at]
        off = np.abs(part.numbers - right)
        index = np.unravel_index(int(np.argmax(np.where(np.isfinite(off), off, np.inf))), right.shape)
        found, exact = (render.number(float(np.float32(numbers[index]))) for numbers in (part.numbers, right))
        sentence = _("The parameters leave the exact path in epoch {epoch}: after it, {name} is {found}, not {right}.")
        name = f"{part.name}[{', '.join(str(int(i)) for i in index)}]"
        return sentence.format(epoch=self.epoch, name=name, found=found, right=exact)

    def is_where(self, other: Sequence[Floats] | None) -> bool:
        """Whether all parameters equal these others."""
        return other is not None and alike(_joined([part.numbers for part in self.parts]), _joined(other))

    def clue(self, known: Known) -> Iterator[str]:
        """What this epoch has done instead of its step, in one sentence, where that is certain."""
        before, earlier, later = (known(self.epoch + i) for i in (-1, -2, 1))
        if before is None:
            return
        returned = [part.numbers for part in self.parts]
        moved, step = returned[self.at] - before[self.at], self.right[self.at] - before[self.at]
        last = None if earlier is None else before[self.at] - earlier[self.at]
        factor = common_factor(_joined(returned) - _joined(before), _joined(self.right) - _joined(before))
        name = self.parts[self.at].name
        if np.all(np.abs(moved) <= rounding(np.abs(before[self.at]))):
            yield _("In this epoch {name} has not moved.").format(name=name)
        elif np.all(np.abs(moved) <= _ALIKE * np.max(np.abs(step))):
            yield _("In this epoch {name} has hardly moved: less than a thousandth of the right step.").format(
                name=name
            )
        elif self.is_where(later):
            yield _("That is where {epochs} should lead.").format(epochs=epochs_said(self.epoch + 1))
        elif last is not None and alike(moved, step + last):
            yield _("It has made the step of the epoch before once more, together with its own.")
        elif last is not None and alike(moved, last):
            yield _("It has made the step of the epoch before once more, instead of its own.")
        elif factor == "-1":
            yield _("Its step goes in the opposite direction.")
        elif factor is not None and factor.startswith("-"):
            yield _("Its step goes in the opposite direction and is {factor} times as long as it should be.").format(
                factor=factor[1:]
            )
        elif factor is not None:
            yield _("Its step is {factor} times as long as it should be.").format(factor=factor)


def epochs_said(count: int) -> str:
    """A number of epochs."""
    return _("1 epoch") if count == 1 else _("{count} epochs").format(count=count)


def alike(mine: Floats, right: Floats) -> bool:
    """Whether two sets of numbers differ by no more than a thousandth of the largest."""
    return bool(np.all(np.abs(mine - right) <= _ALIKE * np.max(np.abs(right), initial=0.0)))


def common_factor(mine: Floats, right: Floats) -> str | None:
    """The factor by which all of several numbers are too large, as text; None if it differs, or is about 1 or 0."""
    if np.count_nonzero(right) < 2 or not np.isfinite(mine).all():
        return None
    factor = float(np.sum(mine * right) / np.sum(right * right))
    telling = abs(factor - 1) > 2 * _ALIKE and abs(factor) > _ALIKE
    return f"{factor:.4g}" if telling and alike(mine, factor * right) else None


def _joined(numbers: Sequence[Floats]) -> Floats:
    return np.concatenate([part.ravel() for part in numbers])
