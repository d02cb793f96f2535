"""The facts about one failing call, from which every report is made."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from msgspec import Struct

from grader.pipe.frames import Call
from grader.result.relations import Relations, Remark

_MOST_LOSSES = 5_000  # of a curve; the longest right one has a thousand

Kind = Literal["mismatch", "exception", "timeout", "crash", "rule", "contract"]


# what a failure is about: the values, or one of the things that only the worker can see
Aspect = Literal["values", "requires_grad", "leaf", "grad", "inputs", "log", "seed", "dtype", "grad_mode"]


class Curve(Struct, frozen=True):
    """The losses of one training, epoch by epoch: the learner's, and the exact ones to draw beside them.

    JSON has no nan and no inf, so a loss that is not a finite number is None here and null there, in its own place.

    Attributes:
        run: which training this is, in a few words; it may be a longer one than the failing call.
        returned: item i is the loss that the learner's history has for epoch i + 1; it may have too few or too many.
        expected: the exact losses.
    """

    run: str
    returned: tuple[float | None, ...]
    expected: tuple[float | None, ...]

    @classmethod
    def of(cls, run: str, returned: Iterable[float], expected: Iterable[float]) -> "Curve":
        """The curve of losses that may be nan or inf, or far too many."""
        return cls(run, tuple(map(_finite, islice(returned, _MOST_LOSSES))), tuple(map(_finite, expected)))

    @property
    def can_be_compared(self) -> bool:
        """Whether both belong to the same epochs; not if losses are missing, or come from several calls."""
        return abs(len(self.returned) - len(self.expected)) <= 1


class Fit(Struct, frozen=True):
    """A prediction for each value of one feature: the learner's, and the exact ones to draw beside it.

    A prediction that is not a finite number is None.

    Attributes:
        x: the feature.
        data: the targets, if the call had any.
        returned: the learner's predictions.
        expected: the exact ones.
    """

    x: tuple[float, ...]
    data: tuple[float, ...]
    returned: tuple[float | None, ...]
    expected: tuple[float | None, ...]

    @classmethod
    def of(
        cls, x: Iterable[float], data: Iterable[float], returned: Iterable[float], expected: Iterable[float]
    ) -> "Fit":
        """The fit of predictions that may be nan or inf."""
        return cls(
            tuple(map(float, x)), tuple(map(float, data)), tuple(map(_finite, returned)), tuple(map(_finite, expected))
        )


def _finite(loss: float) -> float | None:
    return float(loss) if math.isfinite(loss) else None


@dataclass(frozen=True)
class Evidence:
    """One failing call, in words.

    Attributes:
        kind: what sort of failure it is.
        called: the call, as code with its values.
        returned: what came back, or the exception with the learner's own line.
        expected: what should have come back.
        message: what is certain about the difference, in a sentence or a few.
        remark: how wrong numbers relate to the right ones.
        aside: what else is true of this call, whether or not it is the reason.
        request: the call itself.
        program: the same in Python, to be pasted.
        slip: a slip that can be seen in the code.
        scarce: whether a limit was hit, so that this counts as *error* and not as wrong work.
        aspect: what the failure is about.
        curve: losses by epoch, where a chart of them may help.
        fit: predictions along one feature, where a chart of them may help.
        line: the line of the learner's own file to look at, where one is known.
        where: the place of an exception, in words.
    """

    kind: Kind
    called: str
    returned: str
    expected: str
    message: str
    scarce: bool = False
    aspect: Aspect = "values"
    curve: Curve | None = None
    fit: Fit | None = None
    line: int | None = None
    where: str = ""
    remark: Remark | None = None
    aside: str = ""
    slip: str = ""
    request: Call | None = None
    program: str = ""

    def explanation(self, is_named: bool = False, seen: Relations | None = None) -> str:
        """All that is said about the difference, without what a better reason makes superfluous.

        Args:
            is_named: whether the mistake behind it is known.
            seen: how numbers related to the right ones in all calls; None if that is not known yet.
        """
        sentences = [self.message]
        if self.slip and not is_named:
            sentences.append(self.slip)
        elif not is_named:
            if self.remark is not None:
                sentences.append(self.remark.sentence if seen is None else seen.sentence(self.remark))
            sentences.append(self.aside)
        return "\n".join(filter(None, sentences))
