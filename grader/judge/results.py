"""What a run of the tests found out, and what each way for a test to end means."""

from dataclasses import dataclass, field

from hypothesis.errors import Flaky

from grader.messages import _, capital
from grader.pipe.errors import WorkerEnded
from grader.pipe.frames import Call, Load, Printed
from grader.result.document import Stage, Status
from grader.result.evidence import Evidence
from grader.testing.failure import Failed, FailedOnce, MissingFunction, NotAttempted
from grader.testing.learner import Exchange


@dataclass(frozen=True)
class TestResult:
    """How one test ended for its tasks."""

    exercise: str
    tasks: tuple[str, ...]
    test: str
    stage: Stage
    requirement: str
    status: Status
    evidence: Evidence | None
    fault: str | None = None
    exchanges: tuple[Exchange, ...] = ()


@dataclass(frozen=True)
class Problem:
    """Why nothing of an exercise can be judged: what that makes of it, in words, and the line to look at."""

    status: Status
    message: str
    line: int | None = None


@dataclass(frozen=True)
class Output:
    """What was printed while the module was imported (no stage), or in a failing call of a test."""

    stage: Stage | None
    printed: Printed


@dataclass
class Results:
    """All that one run of the tests found out."""

    tests: list[TestResult] = field(default_factory=list)
    problems: dict[str, Problem] = field(default_factory=dict)  # exercises of which nothing can be judged
    outputs: dict[str, list[Output]] = field(default_factory=dict)
    requests: dict[str, list[Load | Call]] = field(default_factory=dict)  # what each exercise's module was sent
    seconds: dict[str, float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def classify(error: BaseException) -> tuple[Status, Evidence | None, str | None]:
    """Return what an exception that left a test means: status, evidence, and the fault if it is ours."""
    match error:
        case Failed() | FailedOnce():
            return ("error" if error.evidence.scarce else "failed"), error.evidence, None
        case NotAttempted():
            return "not_attempted", None, None
        case WorkerEnded():
            what = capital(error.message)
            return "error", Evidence(error.end, error.called, f"{what}.", _("a result"), ""), None
        case MissingFunction():
            said = _("{file} has no function {name}. Keep the name that the stub has.")
            said = said.format(file=error.filename, name=error.function)
            return "error", Evidence("contract", f"{error.function}(…)", "", "", said), None
        case Flaky():
            for inner in getattr(error, "exceptions", ()):
                if isinstance(inner, Failed):
                    e = inner.evidence
                    said = _("The same call gives different results at different times.")
                    return "failed", Evidence(e.kind, e.called, e.returned, e.expected, said), None
        case AssertionError():
            return "failed", Evidence("mismatch", "", "", "", str(error)), None
    return "not_judged", None, f"{type(error).__name__}: {error}"
