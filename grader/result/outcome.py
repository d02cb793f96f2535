"""The results of one run of the tests, before they become marks."""

from dataclasses import dataclass, field

from grader.pipe.exchange import Exchange
from grader.pipe.frames import Call, Load, Printed
from grader.result.document import Stage, Status
from grader.result.evidence import Evidence
from grader.result.relations import Relations


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
    """Why an exercise cannot be judged: its status, the reason in words, and the line to look at."""

    status: Status
    message: str
    line: int | None = None


@dataclass(frozen=True)
class Output:
    """What was printed while the module was imported (no stage), or in the failing call that is shown of some tasks."""

    stage: Stage | None
    printed: Printed
    tasks: tuple[str, ...] = ()


@dataclass
class Results:
    """All results of one run of the tests."""

    tests: list[TestResult] = field(default_factory=list)
    problems: dict[str, Problem] = field(default_factory=dict)  # exercises of which nothing can be judged
    outputs: dict[str, list[Output]] = field(default_factory=dict)
    requests: dict[str, list[Load | Call]] = field(default_factory=dict)  # what each exercise's module was sent
    relations: dict[str, Relations] = field(default_factory=dict)  # of each exercise's numbers to the right ones
    seconds: dict[str, float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
