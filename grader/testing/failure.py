"""How a test says that the work is wrong: facts for a report, not a formatted text."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["mismatch", "exception", "timeout", "crash", "rule", "contract"]


# what a failure is about: the values, or one of the things that only the worker can see
Aspect = Literal["values", "requires_grad", "leaf", "grad", "inputs", "seed", "dtype", "grad_mode"]


@dataclass(frozen=True)
class Evidence:
    """One failing call, in words.

    Attributes:
        kind: what sort of failure it is.
        called: the call, as code with its values.
        returned: what came back, or the exception with the learner's own line.
        expected: what should have come back.
        message: one sentence about the difference.
        scarce: whether a limit was hit, so that this counts as *error* and not as wrong work.
        aspect: what the failure is about.
    """

    kind: Kind
    called: str
    returned: str
    expected: str
    message: str
    scarce: bool = False
    aspect: Aspect = "values"


class Failed(AssertionError):
    """The work is wrong, and this is the evidence. Hypothesis shrinks it."""

    def __init__(self, evidence: Evidence) -> None:
        super().__init__(evidence)
        self.evidence = evidence

    def __str__(self) -> str:
        e = self.evidence
        rows = (("called", e.called), ("returned", e.returned), ("expected", e.expected), ("", e.message))
        return "\n".join(f"{label:<9} {text}" for label, text in rows if text)


class FailedSlowly(BaseException):
    """A failure that took long: a BaseException, so that Hypothesis does not repeat it to find a smaller one."""

    def __init__(self, evidence: Evidence) -> None:
        super().__init__(evidence)
        self.evidence = evidence


class NotAttempted(BaseException):
    """The function still is the stub. Nothing to shrink, nothing to compare."""


class MissingFunction(BaseException):
    """The file has no such function."""

    def __init__(self, function: str, filename: str) -> None:
        super().__init__(function)
        self.function = function
        self.filename = filename
