"""What a class shows as a whole: gathered a student after the other, kept small enough for ten thousand."""

import statistics
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from grader.cohort.marks import Marked
from grader.course.file import Exercise
from grader.result.document import ExerciseRow, Status

_MOST_SLOW = 5
_SLOW_SECONDS = 5.0  # of one exercise; honest work takes less than one
_EXAMPLE_LINES = 12


@dataclass(frozen=True)
class Column:
    """A task of the class's table: its exercise, id and title, and what it is worth."""

    exercise: str
    task: str
    title: str
    points: int


@dataclass(frozen=True)
class StudentLine:
    """A student in the class's table.

    Attributes:
        id: the student.
        name: what people call them.
        stem: of their feedback's files.
        points: what they earned.
        statuses: of each task, in the course's order.
        handed_in: whether there was anything to grade.
        remark: what is special about their hand-in.
    """

    id: str
    name: str
    stem: str
    points: int
    statuses: tuple[Status, ...]
    handed_in: bool
    remark: str


@dataclass
class Misconception:
    """A mistake that the tests know by name, and who makes it.

    Attributes:
        exercise: where.
        name: in the catalogue.
        diagnosis: what it is, as a teacher says it.
        advice: what to tell.
        students: who makes it.
        example: the shortest call that shows it: called, returned and expected.
    """

    exercise: str
    name: str
    diagnosis: str
    advice: str
    students: list[str] = field(default_factory=list)
    example: tuple[str, str, str] | None = None


@dataclass(frozen=True)
class Trouble:
    """An exercise of a student's that nothing could be judged of, or that took long: who, where, why."""

    student: str
    exercise: str
    why: str
    seconds: float = 0.0


class ClassStatistics:
    """Gathers what the class's page and the summary tell.

    Args:
        exercises: those that were graded.

    Attributes:
        columns: the tasks, in the course's order.
        students: in the gradebook's order.
        max_points: what can be earned.
        misconceptions: by exercise and name.
        broken: what could not be judged for a reason in the work.
        not_judged: what could not be judged for a reason of ours.
    """

    def __init__(self, exercises: tuple[Exercise, ...]) -> None:
        self.columns = tuple(
            Column(exercise.name, task.id, task.title, task.points) for exercise in exercises for task in exercise.tasks
        )
        self.max_points = sum(exercise.points for exercise in exercises)
        self.students: list[StudentLine] = []
        self.misconceptions: dict[tuple[str, str], Misconception] = {}
        self.broken: list[Trouble] = []
        self.not_judged: list[Trouble] = []
        self._slow: list[Trouble] = []

    def add(self, marked: Marked) -> None:
        """Take a student in."""
        handin = marked.student.handin
        missing = marked.student.reading.missing
        statuses: dict[tuple[str, str], Status] = {
            (row.name, task.id): "not_attempted" if row.name in missing else task.status
            for row in marked.rows
            for task in row.tasks
        }
        handed_in = bool(handin.files)
        self.students.append(
            StudentLine(
                marked.id,
                marked.name,
                marked.student.stem,
                marked.points,
                tuple(statuses.get((column.exercise, column.task), "not_judged") for column in self.columns),
                handed_in,
                handin.remark + ("; late" if handin.late and handin.remark else "late" if handin.late else ""),
            )
        )
        for row in marked.rows:
            self._add_misconceptions(marked.id, row)
            if row.status == "not_judged":
                self.not_judged.append(Trouble(marked.id, row.name, _first_line(row.message or "")))
            elif row.name not in missing and handed_in and (why := reason(row)):
                self.broken.append(Trouble(marked.id, row.name, why, row.seconds))
            if row.seconds >= _SLOW_SECONDS:
                self._slow.append(Trouble(marked.id, row.name, "", row.seconds))

    def _add_misconceptions(self, student: str, row: ExerciseRow) -> None:
        for failure in (failure for task in row.tasks for failure in task.failures):
            if failure.misconception is None:
                continue
            key = row.name, failure.misconception
            named = Misconception(*key, failure.diagnosis or "", failure.advice or "")
            known = self.misconceptions.setdefault(key, named)
            if student not in known.students[-1:]:
                known.students.append(student)
            shown = failure.called, failure.returned, failure.expected
            if failure.called and (known.example is None or _length(shown) < _length(known.example)):
                known.example = shown

    # ---- what is told of it ----

    @property
    def handed_in(self) -> list[StudentLine]:
        """Those who handed something in."""
        return [student for student in self.students if student.handed_in]

    def mean(self) -> float:
        """The mean points of those who handed something in; 0 where nobody did."""
        return statistics.fmean(student.points for student in self.handed_in) if self.handed_in else 0.0

    def median(self) -> float:
        """Their median."""
        return statistics.median(student.points for student in self.handed_in) if self.handed_in else 0.0

    def counts(self) -> list[tuple[Column, Counter[Status]]]:
        """How each task went, in the course's order, among those who handed something in."""
        counters: list[Counter[Status]] = [Counter() for _column in self.columns]
        for student in self.handed_in:
            for counter, status in zip(counters, student.statuses, strict=True):
                counter[status] += 1
        return list(zip(self.columns, counters, strict=True))

    def hardest(self) -> list[tuple[Column, int, int]]:
        """The tasks with the smallest share of passes among those who tried: the task, passes, tries."""
        found = []
        for column, counter in self.counts():
            tries = sum(counter.values()) - counter["not_attempted"] - counter["not_judged"]
            if tries and counter["passed"] < tries:
                found.append((column, counter["passed"], tries))
        return sorted(found, key=lambda one: one[1] / one[2])

    def common(self) -> list[Misconception]:
        """The misconceptions, most common first."""
        order = {column.exercise: number for number, column in enumerate(self.columns)}
        return sorted(self.misconceptions.values(), key=lambda one: (-len(one.students), order[one.exercise], one.name))

    def slowest(self) -> list[Trouble]:
        """The exercises that took longest, if any took long."""
        return sorted(self._slow, key=lambda one: (-one.seconds, one.student, one.exercise))[:_MOST_SLOW]


def reason(row: ExerciseRow) -> str:
    """Why an exercise is in error, in one line; "" where it is not."""
    if row.status != "error" and not any(task.status == "error" for task in row.tasks):
        return ""
    if row.message and row.message.strip():
        return _first_line(row.message)
    failures = [failure for task in row.tasks for failure in task.failures]
    ends = [failure.returned for failure in failures if failure.kind in ("timeout", "crash") and failure.returned]
    return _first_line((ends or [failure.message or failure.returned for failure in failures] or [""])[0])


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0][:300]


def _length(shown: tuple[str, str, str]) -> int:
    return sum(map(len, shown))


def shortened(text: str) -> Iterator[str]:
    """The first lines of a text that an example shows."""
    lines = text.split("\n")
    yield from lines[:_EXAMPLE_LINES]
    if len(lines) > _EXAMPLE_LINES:
        yield f"… ({len(lines) - _EXAMPLE_LINES} more lines)"
