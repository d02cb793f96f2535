"""How a test says that the work is wrong: exceptions that carry facts for a report, not a formatted text."""

from collections.abc import Callable

from grader.result.evidence import Evidence
from grader.source.module import Source


class Failed(AssertionError):
    """The work is wrong, and this is the evidence. Hypothesis shrinks it.

    Args:
        evidence: what one call has shown.
        more: makes further calls and returns fuller evidence. A report asks for it once, after shrinking.
    """

    def __init__(self, evidence: Evidence, more: Callable[[], Evidence] | None = None) -> None:
        super().__init__(evidence)
        self.evidence = evidence
        self.more = more

    def __str__(self) -> str:
        e = self.evidence
        rows = (("called", e.called), ("returned", e.returned), ("expected", e.expected), ("", e.explanation()))
        return "\n".join(f"{label:<9} {text}" for label, text in rows if text)


class FailedOnce(BaseException):
    """A failure that is not repeated to find a smaller one: a BaseException, for Hypothesis lets those through."""

    def __init__(self, evidence: Evidence) -> None:
        super().__init__(evidence)
        self.evidence = evidence


class CallEnded(BaseException):
    """A call ended the worker. Never repeated: one hang must not become ten."""

    def __init__(self, evidence: Evidence) -> None:
        super().__init__(evidence)
        self.evidence = evidence


class NotAttempted(BaseException):
    """The function is still the stub. Nothing to shrink, nothing to compare."""


class MissingFunction(BaseException):
    """The file has no such function."""

    def __init__(self, source: Source, function: str) -> None:
        super().__init__(function)
        self.source = source
        self.function = function
