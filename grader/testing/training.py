"""A training, judged by its parameters and losses: in which epoch it leaves the exact path, with both numbers.

Whatever takes more calls than the failing one is done once, when a report is made: see `Failed.more`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Never

import numpy as np

from grader.messages import _
from grader.pipe.frames import ListValue
from grader.result.evidence import Curve, Evidence
from grader.testing import render
from grader.testing.answer import Answer, Part
from grader.testing.compare import is_plain, rounding
from grader.testing.departure import Departure, alike, common_factor, epochs_said
from grader.testing.expect import expect
from grader.testing.failure import Failed
from grader.testing.fit import line_of
from grader.testing.values import Floats

_VISIBLE = 0.05  # relative: with a smaller difference two curves look like one


def _unknown(epochs: int) -> Never:
    raise LookupError(epochs)


@dataclass(frozen=True)
class Training:
    """A training that can be run for any number of epochs, and the right results.

    Attributes:
        train: makes the call with so many epochs.
        parameters: those that such a call ends with.
        history: the losses that it returns.
        right: the exact parameters after so many epochs, in the same order and shapes; LookupError where unknown.
        losses: the exact losses of so many epochs; fewer, where no more are known.
        within: absolute tolerance for every parameter; by default that of `equals`.
        curve: the losses of a training that is long enough to be drawn, and easy to read.
    """

    train: Callable[[int], Answer]
    parameters: Callable[[Answer], Sequence[Part]]
    history: Callable[[Answer], Part]
    right: Callable[[int], Sequence[Floats]] = _unknown
    losses: Callable[[int], Sequence[float]] = _unknown
    within: float | None = None
    curve: Callable[[], Curve | None] | None = None

    def expect_parameters(self, epochs: int) -> None:
        """Demand the right parameters after so many epochs."""
        parts = self.parameters(self.train(epochs))
        try:
            for part, right in zip(parts, self.right(epochs), strict=True):
                expect(part).equals(right, within=self.within)
        except Failed as failed:
            evidence = failed.evidence
            raise Failed(evidence, lambda: self._where_parameters_leave(evidence, epochs)) from None

    def expect_losses(self, epochs: int, within: Floats | float) -> None:
        """Demand a history of exactly the losses of so many epochs, within an absolute tolerance (per entry)."""
        history, right = self.history(self.train(epochs)), self.losses(epochs)
        try:
            expect(history).is_floats(right, within=within)
        except Failed as failed:
            evidence, returned = failed.evidence, losses_of(history)
            if returned is None:
                raise
            wrong = _WrongHistory(self, returned, np.asarray(right, dtype=np.float64), within)
            raise Failed(evidence, lambda: wrong.explained(evidence)) from None

    # ---- what a report says beyond the failing call ----

    def _where_parameters_leave(self, evidence: Evidence, epochs: int) -> Evidence:
        shown = self.departure(epochs)
        if shown is None:
            return replace(evidence, curve=self.drawn())
        evidence = replace(evidence, fit=line_of(shown.parts, shown.right))
        first = self._first_before(shown)
        clues = []
        if first.epoch == 1 < epochs and shown.is_where(self._known(epochs - 1)):
            late = _("After {epochs} they are where {fewer} should lead: a step is missing.")
            clues.append(late.format(epochs=epochs_said(epochs), fewer=epochs_said(epochs - 1)))
        if self._history_goes_on_right(first.epoch):
            clues.append(_("The history has the right loss after it: only the final parameters are others."))
        aside = "\n".join(clues or first.clue(self._known))
        return replace(evidence, message=first.sentence(), remark=None, aside=aside, curve=self.drawn())

    def _first_before(self, found: Departure) -> Departure:
        """An epoch before which the parameters are right and after which they are not, found by bisection."""
        right = 0
        while found.epoch - right > 1:
            middle = (right + found.epoch) // 2
            earlier = self.departure(middle)
            if earlier is None:
                right = middle
            else:
                found = earlier
        return found

    def departure(self, epochs: int) -> Departure | None:
        """How the parameters after so many epochs differ from the right ones; None if not in their numbers."""
        right = self._known(epochs)
        if right is None:
            return None
        parts = self.parameters(self.train(epochs))
        if any(part.array.shape != exact.shape for part, exact in zip(parts, right, strict=True)):
            return None
        for at, (part, exact) in enumerate(zip(parts, right, strict=True)):
            within = rounding(float(np.max(np.abs(exact), initial=0.0))) if self.within is None else self.within
            if not np.all(np.abs(part.numbers - exact) <= within):
                return Departure(epochs, parts, right, at)
        return None

    def _history_goes_on_right(self, epoch: int) -> bool:
        """Whether the loss after this epoch is right in the history of a longer training."""
        try:
            right = np.asarray(self.losses(epoch + 1))
        except LookupError:
            return False
        if len(right) != epoch + 1 or alike(right[-1:], right[-2:-1]):
            return False
        returned = losses_of(self.history(self.train(epoch + 1)))
        return returned is not None and len(returned) == len(right) and alike(returned, right)

    def _known(self, epochs: int) -> Sequence[Floats] | None:
        try:
            return self.right(epochs) if epochs >= 0 else None
        except LookupError:
            return None

    def drawn(self) -> Curve | None:
        """The curve for a chart; None where there are no losses, or none that differ enough to be seen."""
        try:
            curve = self.curve() if self.curve is not None else None
        except Failed:
            return None
        return curve if curve is not None and _tells(curve) else None


def _tells(curve: Curve) -> bool:
    if not curve.can_be_compared:
        return False
    pairs = zip(curve.returned, curve.expected, strict=False)
    return any(mine is None or (exact is not None and abs(mine - exact) > _VISIBLE * exact) for mine, exact in pairs)


@dataclass(frozen=True)
class _WrongHistory:
    """A history of floats that are not the right ones."""

    training: Training
    returned: Floats
    right: Floats
    within: Floats | float

    def explained(self, evidence: Evidence) -> Evidence:
        """The evidence, with the epoch in which the losses leave the exact ones."""
        if len(self.returned) != len(self.right):
            message, aside = evidence.message, self._which_losses()
        else:
            at = int(np.argmin(np.abs(self.returned - self.right) <= self.within))
            message, aside = self._sentence(at), self._clue(at)
        return replace(evidence, message=message, aside="\n".join(aside), curve=self.training.drawn())

    def _sentence(self, at: int) -> str:
        found, right = render.number(self.returned[at]), render.number(self.right[at])
        if at == 0:
            return _("The first loss is {found}, not {right}.").format(found=found, right=right)
        sentence = _("The history leaves the exact losses in epoch {epoch}: item {at} is {found}, not {right}.")
        return sentence.format(epoch=at + 1, at=at, found=found, right=right)

    def _clue(self, at: int) -> Iterator[str]:
        returned, right = self.returned, self.right
        factor = common_factor(returned, right)
        of_first = float(returned[0] / right[0]) if right[0] else 0.0
        decimals = next((d for d in range(5) if np.array_equal(returned, np.round(right, d))), None)
        if len(right) > 1 and alike(returned[:-1], right[1:]) and not alike(right[:-1], right[1:]):
            yield _("Each item is what the next one should be: the loss after the update, not before.")
        elif alike(returned[::-1], right):
            yield _("The losses stand in reverse order.")
        elif decimals is not None:
            yield _("Every loss is rounded to {decimals} decimals.").format(decimals=decimals)
        elif at == 0 and factor is not None:
            yield _("Every loss is {factor} times what it should be.").format(factor=factor)
        elif at == 0 and is_plain(of_first):
            yield _("It is {factor} times what it should be.").format(factor=f"{of_first:.4g}")
        elif self.training.departure(at) is not None:
            sentence = _("The parameters after {epochs} are not right either, so mend the training first.")
            yield sentence.format(epochs=epochs_said(at))

    def _which_losses(self) -> Iterator[str]:
        """Which epochs the losses belong to, in a history that is too short or too long."""
        found, wanted = len(self.returned), len(self.right)
        within = float(np.max(self.within))
        if found > wanted > 0 and np.allclose(self.returned[:wanted], self.right, rtol=0, atol=within):
            yield _("The first {count} are right; what comes after them is too much.").format(count=wanted)
        for start in range(wanted - found + 1 if found else 0):
            if np.allclose(self.returned, self.right[start : start + found], rtol=0, atol=within):
                one, several = (
                    _("It is the loss of epoch {first}."),
                    _("They are the losses of epochs {first} to {last}."),
                )
                yield (one if found == 1 else several).format(first=start + 1, last=start + found)
                return


def losses_of(history: Part) -> Floats | None:
    """The numbers of a history; None if it is not a list of floats."""
    value = history.value
    if not isinstance(value, ListValue) or not all(isinstance(item, float) for item in value.items):
        return None
    return np.asarray(value.items, dtype=np.float64)


def curve_of(run: str, history: Part, losses: Sequence[float]) -> Curve | None:
    """The curve of a history beside the right losses; None if it is not a list of floats."""
    returned = losses_of(history)
    return None if returned is None else Curve.of(run, returned.tolist(), losses)
