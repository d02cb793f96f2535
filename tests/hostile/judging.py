"""A judge process that grades one attempt after the other and says what came of each.

`python -m tests.hostile.judging FOLDER LAYER…` reads names of attempts from stdin, a line each, and answers each with a
line of JSON. It is a process of its own because some attempts are meant to end or to hold up whoever judges them.
"""

import io
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path

import msgspec
from msgspec import Struct
from rich.console import Console

from grader.course.file import Course, load_course
from grader.diagnosis import Memory
from grader.judge.run import grade
from grader.pipe.launcher import Launcher
from grader.pipe.limits import Limits
from grader.pipe.pool import Workers
from grader.report.telling import tell
from grader.report.terminal import print_report
from grader.result.document import Document, ExerciseRow
from grader.submission.finding import read_submission
from grader.submission.reader_process import Reader
from tests.hostile.attempt import Attempt, Effect
from tests.hostile.corpus import all_attempts
from tests.hostile.outside import Outside
from tests.hostile.peak_memory import forget_peak_memory, peak_memory_mb

# short, for every hang costs as much as it may
LIMITS = Limits(call_seconds=0.6, submission_seconds=6.0, memory_mb=256, idle_seconds=1.0)
_HELD_UP = 40.0  # seconds of wall time, for a busy machine takes several times as long as a quiet one
_BUSY = 10.0  # CPU seconds of the judge itself: what a submission makes it do, however busy the machine is
_ADDRESS_SPACE = 6 * 1024**3  # bytes; should a judge have a hole, the machine shall live


class Outcome(Struct, frozen=True):
    """What came of one attempt.

    Attributes:
        name: of the attempt.
        seconds: wall time that the judge spent.
        memory_mb: the largest that the judge's memory was, in MiB.
        status: by task of the attacked exercise; empty where there is no document.
        has_honest_marks: whether the other exercise of the same submission got its full marks.
        is_complete: whether every exercise and task of the course is in the document.
        isolation: what the document says of it.
        document_bytes: how long the document is.
        report: what the learner reads.
        said: the first sentence of it about the attacked exercise.
        effects: outside.
        traces: what was left behind.
        problem: what stopped the judge, or "".
    """

    name: str
    seconds: float = 0.0
    memory_mb: float = 0.0
    status: dict[str, str] = {}
    has_honest_marks: bool = False
    is_complete: bool = False
    isolation: str = ""
    document_bytes: int = 0
    report: str = ""
    said: str = ""
    effects: tuple[Effect, ...] = ()
    traces: tuple[str, ...] = ()
    problem: str = ""


def judge_attempt(attempt: Attempt, launcher: Launcher, reader: Reader, memory: Memory, outside: Outside) -> Outcome:
    """Grade one attempt beside an honest exercise, and look around."""
    course = load_course(attempt.course_root)
    outside.prepare()
    solution = course.root / "solutions" / f"{attempt.honest_exercise}.py"
    (outside.work / solution.name).write_bytes(solution.read_bytes())
    attempt.make(outside.work, outside.places)
    outside.remember()
    forget_peak_memory()
    started, busy = time.perf_counter(), time.process_time()
    try:
        document = _graded(attempt, course, launcher, reader, memory, outside.work)
        report = _as_text(document, course)
    except Exception as error:  # whatever ends a judge is what such an attempt is after
        effects, traces = outside.look_around("")
        problem = f"{type(error).__name__}: {error}"[:2000]
        return Outcome(attempt.name, effects=(*effects, "stops the judge"), traces=tuple(traces), problem=problem)
    seconds, busy, memory_mb = time.perf_counter() - started, time.process_time() - busy, peak_memory_mb()
    body = msgspec.json.encode(document).decode()
    effects, traces = outside.look_around(body)
    row, honest = document.exercise(attempt.exercise), document.exercise(attempt.honest_exercise)
    if row.points > sum(task.max_points for task in row.tasks if attempt.status[task.id] == "passed"):
        effects.add("earns points")
    if seconds > _HELD_UP or busy > _BUSY:
        effects.add("stops the judge")
    return Outcome(
        name=attempt.name,
        seconds=seconds,
        memory_mb=memory_mb,
        status={task.id: task.status for task in row.tasks},
        has_honest_marks=honest.points == honest.max_points,
        is_complete=_lists_everything(document, course),
        isolation=document.isolation,
        document_bytes=len(body),
        report=report,
        said=_first_sentence(row),
        effects=tuple(sorted(effects)),
        traces=tuple(traces),
    )


def _graded(
    attempt: Attempt, course: Course, launcher: Launcher, reader: Reader, memory: Memory, folder: Path
) -> Document:
    names = (attempt.exercise, attempt.honest_exercise)
    chosen = tuple(exercise for exercise in course.exercises if exercise.name in names)
    limits = replace(LIMITS, preload=course.limits.preload, watched=course.limits.watched)
    with Workers(limits, launcher=launcher) as workers:
        return grade(course, read_submission(course, folder, chosen, reader), workers, chosen, memory=memory)


def _as_text(document: Document, course: Course) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=100, highlight=False, soft_wrap=True, color_system=None, markup=False)
    print_report(tell(document, course), console)
    return stream.getvalue()


def _first_sentence(row: ExerciseRow) -> str:
    failure = next((failure for task in row.tasks for failure in task.failures), None)
    said = row.message or ""
    if failure is not None:
        said = failure.returned if failure.kind in ("exception", "timeout", "crash") else failure.message
        said = said or failure.returned
    return " ".join(said.splitlines()[:1])


def _lists_everything(document: Document, course: Course) -> bool:
    listed = [(row.name, [task.id for task in row.tasks]) for row in document.exercises]
    return listed == [(exercise.name, [task.id for task in exercise.tasks]) for exercise in course.exercises]


def main(folder: str, *layers: str) -> None:
    """Judge until stdin ends."""
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))
    attempts = {attempt.name: attempt for attempt in all_attempts()}
    outside = Outside(Path(folder))
    memory = Memory()  # as a judge of a class, who has asked the known wrong modules before
    with Launcher(layers=layers) as launcher, Reader(layers=layers) as reader:
        launcher.prepare(LIMITS)
        for line in sys.stdin:
            outcome = judge_attempt(attempts[line.strip()], launcher, reader, memory, outside)
            sys.stdout.buffer.write(msgspec.json.encode(outcome) + b"\n")
            sys.stdout.buffer.flush()
    outside.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
