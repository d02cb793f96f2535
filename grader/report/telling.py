"""What a report says, decided once: what stands in it, in which order, and what was said already.

A new line of a report begins here, as a field. Terminal, page, Markdown and hosts render a `Telling` in the order of
its fields and decide nothing; places that show one task alone take `tell_task`.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from grader.course.file import Course
from grader.messages import _, language
from grader.package import COMMAND
from grader.report.next_step import NextStep, next_step
from grader.report.status import tests_in_words
from grader.result.document import Document, ExerciseRow, FailureRow, Status, SubmissionKind, TaskRow
from grader.result.evidence import Curve, Fit
from grader.source.place import no_such_file

_P = TypeVar("_P", Curve, Fit)


@dataclass(frozen=True)
class EvidenceRow:
    """A part of the failing call: its label, a text of one or more lines, and what it is."""

    label: str
    text: str
    role: Literal["called", "returned", "expected"]


@dataclass(frozen=True)
class Why:
    """The known mistake behind a failure, and what to look at."""

    diagnosis: str
    advice: str


@dataclass(frozen=True)
class TaskTelling:
    """The most telling failure of one task.

    Attributes:
        exercise: the name of its exercise.
        id: the task's own name.
        title: the task in words.
        points: what was earned.
        max_points: what can be earned.
        line: the line of the learner's own file to look at, where there is one.
        requirement: what was asked.
        repeated: a sentence in place of all that follows, if a task above failed in the same way or by the same known
            mistake, or must pass before this one counts; "" otherwise.
        evidence: the call, what came back and what was expected, as far as they may be shown.
        message: the difference in words.
        curve: losses to draw, unless a task above shows the same.
        fit: predictions to draw, unless a task above shows the same.
        why: the known mistake behind it.
        hint: the command that shows a hint; "" if `repeated`.
        printed: what the call printed, unless a task above shows the same.
        hints: the hints themselves, for reports that can fold them away.
    """

    exercise: str
    id: str
    title: str
    points: int
    max_points: int
    line: int | None
    requirement: str
    repeated: str = ""
    evidence: tuple[EvidenceRow, ...] = ()
    message: str = ""
    curve: Curve | None = None
    fit: Fit | None = None
    why: Why | None = None
    hint: str = ""
    printed: str = ""
    hints: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExerciseTelling:
    """What there is to say of one exercise.

    Attributes:
        name: its name.
        title: the exercise in words.
        points: what was earned.
        max_points: what can be earned.
        message: why nothing of it could be judged; "" if something could.
        tasks: those that failed.
        printed: what importing it printed.
    """

    name: str
    title: str
    points: int
    max_points: int
    message: str
    tasks: tuple[TaskTelling, ...]
    printed: str


@dataclass(frozen=True)
class LadderRow:
    """An exercise in the table of all; `open_tasks` are the ids of those to do where others have passed."""

    name: str
    title: str
    status: Status
    points: int
    max_points: int
    open_tasks: tuple[str, ...]
    tasks: tuple[TaskRow, ...]


@dataclass(frozen=True)
class Total:
    """The points of one track."""

    title: str
    points: int
    max_points: int


@dataclass(frozen=True)
class Telling:
    """A report.

    Attributes:
        title: of the course.
        tests: which tests ran, in words.
        submission: what the work is called.
        language: the code of the language that all this is in.
        ladder: the exercises that the report is about.
        points: what was earned in them.
        max_points: what can be earned in them.
        totals: the points of each track that they are of.
        exercises: those of which there is more to say.
        missing: a sentence about the files that are not there, if there are several; "" otherwise.
        practice: what to know about marks that were made without full isolation; "" for others.
        notes: sentences about what was chosen of the submission.
        next_step: what to do now.
    """

    title: str
    tests: str
    submission: str
    language: str
    ladder: tuple[LadderRow, ...]
    points: int
    max_points: int
    totals: tuple[Total, ...]
    exercises: tuple[ExerciseTelling, ...]
    missing: str
    practice: str
    notes: tuple[str, ...]
    next_step: NextStep


def tell(
    document: Document,
    course: Course,
    names: Collection[str] | None = None,
    details: Collection[str] | None = None,
    notes: tuple[str, ...] = (),
) -> Telling:
    """Return what a report of this document says.

    Args:
        document: what to report.
        course: has its title and the hints.
        names: the exercises that the report is about; None for all.
        details: those of them to say more about; None for all of them.
        notes: sentences about what was chosen of the submission.
    """
    rows = [row for row in document.exercises if names is None or row.name in names]
    detailed = [row for row in rows if details is None or row.name in details]
    kind = document.provenance.submission_kind
    without, missing = _without_file(detailed)
    told = [row for row in detailed if row not in without and (_message(row) or _failed_tasks(row))]
    return Telling(
        title=course.title,
        tests=tests_in_words(document.tests),
        submission=document.submission,
        language=language(),
        ladder=tuple(map(_ladder_row, rows)),
        points=sum(row.points for row in rows),
        max_points=sum(row.max_points for row in rows),
        totals=tuple(_totals(rows, course)),
        exercises=tuple(_exercise(row, course, kind) for row in told),
        missing=missing,
        practice="" if document.isolation == "full" else _practice(),
        notes=notes,
        next_step=next_step(document, course, [*detailed, *rows]),
    )


def tell_task(course: Course, exercise: str, task: TaskRow) -> TaskTelling | None:
    """Return what there is to say of one task that stands alone; None if nothing of it failed.

    Args:
        course: has the hints.
        exercise: the name of the task's exercise.
        task: its row in the document.
    """
    return _task(course, exercise, task, _Mentioned()) if task.failures else None


def _practice() -> str:
    return _("These marks are for practice. For marks that count, grade on Linux, in WSL2 or in a container.")


def _ladder_row(row: ExerciseRow) -> LadderRow:
    undone = tuple(task.id for task in row.tasks if task.status != "passed")
    some = undone if len(undone) < len(row.tasks) else ()
    return LadderRow(row.name, row.title, row.status, row.points, row.max_points, some, row.tasks)


def _totals(rows: Collection[ExerciseRow], course: Course) -> Iterator[Total]:
    tracks = {exercise.name: exercise.track for exercise in course.every_exercise}
    of_each: dict[str, list[ExerciseRow]] = {}
    for row in rows:
        of_each.setdefault(tracks.get(row.name, ""), []).append(row)
    titles = {track.name: track.title for track in course.tracks} if len(of_each) > 1 else {}
    for track, of_track in (of_each or {"": []}).items():
        points, most = sum(row.points for row in of_track), sum(row.max_points for row in of_track)
        yield Total(titles.get(track, _("total")), points, most)


def _message(row: ExerciseRow) -> str:
    return row.message or "" if row.status != "not_attempted" else ""


def _without_file(rows: Collection[ExerciseRow]) -> tuple[list[ExerciseRow], str]:
    """The exercises whose files are missing and what to say of them together; nothing of a single one."""
    said = {row.name: no_such_file(f"{row.name}.py") for row in rows}
    without = [row for row in rows if row.status == "error" and (row.message or "").startswith(said[row.name])]
    if len(without) < 2:
        return [], ""
    files = ", ".join(f"{row.name}.py" for row in without)
    sentence = _("There are no files {files}.").format(files=files)
    # each of them goes on with what is there instead
    return without, sentence + (without[0].message or "").removeprefix(said[without[0].name])


def _failed_tasks(row: ExerciseRow) -> list[TaskRow]:
    return [task for task in row.tasks if task.failures]


@dataclass
class _Mentioned:
    """What was said of an exercise so far."""

    ways: set[tuple[str, str, str] | None] = field(default_factory=set)
    mistakes: dict[str, str] = field(default_factory=dict)  # each by its name, and the task that told it
    diagnoses: dict[str, str] = field(default_factory=dict)  # by its words, which two mistakes may share
    pictures: set[Curve | Fit] = field(default_factory=set)
    prints: set[str] = field(default_factory=set)

    def cause_of(self, failure: FailureRow) -> str | None:
        """The task that told the cause of this failure; None if none did."""
        names = _names(failure)
        if names and all(name in self.mistakes for name in names):
            return self.mistakes[names[-1]]
        return self.diagnoses.get(failure.diagnosis or "")

    def add(self, task: TaskRow, failure: FailureRow, way: tuple[str, str, str] | None) -> None:
        """Remember that a task was told."""
        self.ways.add(way)
        for name in _names(failure):
            self.mistakes.setdefault(name, task.id)
        if failure.diagnosis:
            self.diagnoses.setdefault(failure.diagnosis, task.id)

    def unless_drawn(self, picture: _P | None) -> _P | None:
        """The picture, the first time that it is asked for."""
        if picture is None or picture in self.pictures:
            return None
        self.pictures.add(picture)
        return picture


def _names(failure: FailureRow) -> list[str]:
    return failure.misconception.split("+") if failure.misconception else []  # two edits may be named together


def _exercise(row: ExerciseRow, course: Course, kind: SubmissionKind) -> ExerciseTelling:
    mentioned = _Mentioned()
    return ExerciseTelling(
        name=row.name,
        title=row.title,
        points=row.points,
        max_points=row.max_points,
        message=_message(row),
        tasks=tuple(_task(course, row.name, task, mentioned, kind) for task in _failed_tasks(row)),
        printed=row.output,
    )


def _task(
    course: Course, exercise: str, task: TaskRow, mentioned: _Mentioned, kind: SubmissionKind = "folder"
) -> TaskTelling:
    failure, name = _most_telling(task.failures), f"{exercise}.{task.id}"
    repeated = _as_above(task, failure, mentioned)
    telling = TaskTelling(
        exercise=exercise,
        id=task.id,
        title=task.title,
        points=task.points,
        max_points=task.max_points,
        line=failure.line,
        requirement=failure.requirement,
        hints=_hints(course, exercise, task.id),
    )
    if failure.kind == "rule" and not failure.called:  # of tests that count only when others are right
        return replace(telling, repeated=failure.message)
    if repeated:
        return replace(telling, repeated=repeated)
    printed = "" if task.output in mentioned.prints or _stands_in(failure.returned, task.output) else task.output
    mentioned.prints.add(printed)
    return replace(
        telling,
        evidence=_evidence(failure),
        message=failure.message,
        curve=mentioned.unless_drawn(failure.curve),
        fit=mentioned.unless_drawn(failure.fit),
        why=None if failure.diagnosis is None else Why(failure.diagnosis, failure.advice or ""),
        hint=f'grader.hint("{name}")' if kind == "kernel" else f"{COMMAND} hint {name}",
        printed=printed,
    )


def _stands_in(returned: str, printed: str) -> bool:
    """Whether what came back is the printed lines themselves, as where a log is judged."""
    return all(repr(line) in returned for line in printed.splitlines())


def _most_telling(failures: tuple[FailureRow, ...]) -> FailureRow:
    """The failure to show of a task: a broken rule explains the rest; otherwise the first test is the simplest."""
    return next((failure for failure in failures if failure.kind == "rule"), failures[0])


def _as_above(task: TaskRow, failure: FailureRow, mentioned: _Mentioned) -> str:
    """A sentence, if a task above shows the same or names the same mistake; "" otherwise."""
    way, told_in = _way_of_failing(task, failure), mentioned.cause_of(failure)
    same_way = way is not None and way in mentioned.ways
    mentioned.add(task, failure, way)
    if same_way and (told_in or failure.misconception is None):
        return _("This failed in the same way as above.")
    return _("The same cause as in {task} above.").format(task=told_in) if told_in else ""


def _way_of_failing(task: TaskRow, failure: FailureRow) -> tuple[str, str, str] | None:
    """What two failures that show the same share: one line that raises, or one endless loop, is one mistake.

    None if nobody can tell: of a hidden test there may be no call to compare.
    """
    if task.status == "error" and failure.kind == "contract":  # the function is missing
        return "", failure.kind, failure.message
    if not failure.called:
        return None
    if failure.kind == "timeout" and failure.message:  # it names the loop
        return "", failure.kind, failure.message
    if failure.kind != "exception":
        return failure.called, failure.returned, failure.expected
    exception, _newline, where = failure.returned.partition("\n")
    return "", f"{re.sub(r'[0-9]+', '#', exception)}\n{where}", failure.expected


def _evidence(failure: FailureRow) -> tuple[EvidenceRow, ...]:
    ended = {"exception": _("raised"), "timeout": _("ended"), "crash": _("ended")}.get(failure.kind)
    rows = [
        EvidenceRow(_("rule") if failure.kind == "rule" else _("called"), failure.called, "called"),
        EvidenceRow(ended or _("returned"), failure.returned, "returned"),
    ]
    if ended is None:
        rows.append(EvidenceRow(_("expected"), failure.expected, "expected"))
    return tuple(row for row in rows if row.text)


def _hints(course: Course, exercise: str, task_id: str) -> tuple[str, ...]:
    found = course.exercise(exercise)
    task = found.task(task_id) if found is not None else None
    return task.hints if task is not None else ()
