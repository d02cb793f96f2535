"""What is kept of each test's end: its outcome, the calls that a diagnosis needs, and what was printed."""

import contextlib
from dataclasses import replace
from typing import cast

import msgspec
import pytest

from grader.course.file import Exercise
from grader.messages import translated
from grader.pipe.errors import WorkerEnded
from grader.result.document import Stage, Status
from grader.result.evidence import Evidence
from grader.result.outcome import Output, Results, TestResult
from grader.source.module import Source
from grader.testing.failure import CallEnded, Failed, FailedOnce, NotAttempted
from grader.testing.learner import Session
from grader.testing.program import program

_LARGEST_KEPT = 128 * 1024  # bytes of a reply that is kept until all tests are done


class Record:
    """Keeps what the tests of one run find out.

    Attributes:
        results: all of it.
    """

    def __init__(self) -> None:
        self.results = Results()
        self._explained: set[tuple[str, str]] = set()  # tasks that have a failing call to show
        self._lost: set[tuple[str, str]] = set()  # tasks in which a worker ended: nothing more can be gained there

    def is_explained(self, exercise: Exercise, tasks: tuple[str, ...]) -> bool:
        """Whether each of these tasks has a failing call already, which is the one that reports show."""
        return all((exercise.name, task) in self._explained for task in tasks)

    def is_lost(self, exercise: Exercise, tasks: tuple[str, ...]) -> bool:
        """Whether a worker ended in an earlier test of each of these tasks."""
        return bool(tasks) and all((exercise.name, task) in self._lost for task in tasks)

    def add(
        self,
        item: pytest.Function,
        exercise: Exercise,
        session: Session,
        outcome: tuple[Status, Evidence | None, str | None],
    ) -> bool:
        """Keep what a test found out; True if it is the first failure of its tasks, which is the one that is shown."""
        status, evidence, fault = outcome
        evidence = _with_program(evidence, session.source) if evidence is not None else None
        tasks = tasks_of(item)
        keys = {(exercise.name, task) for task in tasks}
        if evidence is not None and evidence.kind in ("timeout", "crash"):
            self._lost |= keys
        stage = cast(Stage, item.path.parent.name)
        # a reply of which much would have to be kept tells no misconception
        exchanges = tuple(one for one in session.record if len(msgspec.msgpack.encode(one.reply)) <= _LARGEST_KEPT)
        requirement = translated(" ".join((item.obj.__doc__ or "").split()))
        self.results.tests.append(
            TestResult(exercise.name, tasks, item.name, stage, requirement, status, evidence, fault, exchanges)
        )
        first = evidence is not None and bool(session.record) and not keys & self._explained
        if first:
            self.keep_output(exercise, Output(stage, session.record[-1].reply.printed, tasks))
            self._explained |= keys
        session.begin()
        return first

    def tell_more(self, session: Session, failed: Failed) -> None:
        """Let the failure that was recorded last be told with what only more calls can find out."""
        if failed.more is None:
            return
        with contextlib.suppress(
            Failed, FailedOnce, NotAttempted, CallEnded, WorkerEnded
        ):  # then what is known has to do
            fuller = _with_program(failed.more(), session.source)
            self.results.tests[-1] = replace(self.results.tests[-1], evidence=fuller)
        session.begin()

    def keep_output(self, exercise: Exercise, output: Output) -> None:
        """Keep what an import or a task's first failing call printed; nobody reads the prints of a hundred calls."""
        if output.printed.text:
            self.results.outputs.setdefault(exercise.name, []).append(output)


def _with_program(evidence: Evidence, source: Source) -> Evidence:
    """The evidence with its call as a program; made once a test, not for each example that failed on the way."""
    return evidence if evidence.request is None else replace(evidence, program=program(evidence.request, source))


def tasks_of(item: pytest.Item) -> tuple[str, ...]:
    """The ids in the test's `task` markers."""
    return tuple(str(task) for marker in item.iter_markers("task") for task in marker.args)
