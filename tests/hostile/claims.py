"""A worker that lies about everything that only it can see, and what can be won with that.

The modules in `garbage/` return results of the right form with numbers that mean nothing. Their worker claims whatever
a test would like to hear: flags, inputs that are as they were, torch as it was.
"""

from pathlib import Path

import msgspec

from grader.course.file import load_course
from grader.judge.marking import exercise_row
from grader.judge.run import run_tests
from grader.judge.settings import STAGES, Run
from grader.pipe.frames import Array, Call, ListValue, ModuleValue, Reply, Request, Returned, TupleValue, Value
from grader.pipe.pool import Workers
from grader.source.module import Source
from grader.submission.finding import read_submission
from tests.hostile.attempt import ROOT

GARBAGE = Path(__file__).resolve().parent / "garbage"


class LyingWorkers(Workers):
    """Workers whose every claim is the one that is wanted.

    Args:
        requires_grad: what is claimed of every tensor that comes back; exercises want one or the other.
    """

    def __init__(self, course_root: Path, requires_grad: bool) -> None:
        super().__init__(load_course(course_root).limits)
        self._requires_grad = requires_grad

    def ask(self, source: Source, request: Request) -> Reply:
        """The reply with all claims turned to the best."""
        reply = super().ask(source, request)
        if not isinstance(reply, Returned) or not isinstance(request, Call):
            return reply
        afterwards = zip(request.arguments, reply.arguments, strict=True)
        return msgspec.structs.replace(
            reply,
            results=tuple(map(self._claimed, reply.results)),
            arguments=tuple(before if isinstance(before, Array | ListValue) else after for before, after in afterwards),
            reseeded=False,
            default_dtype="float32",
            grad_enabled=True,
        )

    def _claimed(self, value: Value) -> Value:
        match value:
            case Array():
                return msgspec.structs.replace(value, requires_grad=self._requires_grad, is_leaf=True, grad=None)
            case ListValue(items) | TupleValue(items):
                return type(value)(tuple(map(self._claimed, items)))
            case ModuleValue():
                return msgspec.structs.replace(value, kinds=("Linear", "Module"))
        return value


def won_by_claims(requires_grad: bool) -> set[tuple[str, str]]:
    """The tasks, with their exercises, that such a worker wins with numbers that mean nothing."""
    course = load_course(ROOT)
    work = read_submission(course, GARBAGE)
    with LyingWorkers(ROOT, requires_grad) as workers:
        results = run_tests(course, work, workers, Run.of(course, stages=STAGES, purpose="proof"))
    rows = [exercise_row(exercise, results, {}) for exercise in course.exercises]
    return {(row.name, task.id) for row in rows for task in row.tasks if task.status == "passed"}
