"""Each student's result document, put together from the stored results of their exercises."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import msgspec
from msgspec.structs import replace

from grader.cohort.handins import Reading
from grader.cohort.intake.read_class import Handin
from grader.cohort.store import Store
from grader.cohort.units import Settings
from grader.course.digest import course_digest
from grader.course.file import Course, Exercise
from grader.judge.marking import exercise_row, mark
from grader.judge.provenance import provenance_of
from grader.judge.settings import Run
from grader.messages import _
from grader.pipe.control import Isolation
from grader.result.document import Document, ExerciseRow, Status
from grader.result.outcome import Problem, Results
from grader.submission.finding import Submission


@dataclass(frozen=True)
class Student:
    """One student's place in the class.

    Attributes:
        handin: what they handed in.
        reading: what that comes to.
        keys: by exercise, the key of the result.
        stem: what the files of their feedback are called.
    """

    handin: Handin
    reading: Reading
    keys: Mapping[str, str]
    stem: str


@dataclass(frozen=True)
class Marked:
    """A student with their document."""

    student: Student
    document: Document

    @property
    def id(self) -> str:
        """The student's id."""
        return self.student.handin.student

    @property
    def name(self) -> str:
        """What people call the student, as far as that is known."""
        return self.student.handin.name

    @property
    def rows(self) -> tuple[ExerciseRow, ...]:
        """The exercises that were part of the run."""
        return tuple(row for row in self.document.exercises if row.name in self.student.keys)

    def status(self, row: ExerciseRow) -> Status:
        """What became of an exercise; one of which nothing was handed in was not tried, whatever a report calls it."""
        return "not_attempted" if row.name in self.student.reading.missing else row.status

    @property
    def points(self) -> int:
        """What was earned in them."""
        return sum(row.points for row in self.rows)

    @property
    def max_points(self) -> int:
        """What can be earned in them."""
        return sum(row.max_points for row in self.rows)


@dataclass(frozen=True)
class _StoredRow:
    """A stored result, decoded."""

    head: Document
    row: ExerciseRow
    time: str


class Marks:
    """The documents of a class, made one after the other: ten thousand at once would fill the memory.

    Args:
        course: the course.
        store: has the results.
        settings: how they were made.
        faults: by key, why a unit could not be judged.
    """

    def __init__(self, course: Course, store: Store, settings: Settings, faults: Mapping[str, str]) -> None:
        self._course = course
        self._store = store
        self._settings = settings
        self._faults = faults
        self._course_sha256 = course_digest(course)
        self._row = lru_cache(maxsize=20_000)(self._stored_row)
        self._head = lru_cache(maxsize=64)(lambda head: msgspec.json.decode(head, type=Document))

    def of(self, students: Sequence[Student]) -> Iterator[Marked]:
        """Each student's document, in order."""
        return map(self._marked, students)

    def _marked(self, student: Student) -> Marked:
        rows: list[ExerciseRow] = []
        stored: list[_StoredRow] = []
        for exercise in self._course.exercises:
            key = student.keys.get(exercise.name)
            found = self._row(key) if key is not None else None
            if found is not None:
                stored.append(found)
                rows.append(found.row)
            elif key is None:
                rows.append(self._no_row(exercise, _("This exercise was not part of this run.")))
            else:
                rows.append(self._no_row(exercise, self._faults.get(key, _("It was not graded yet."))))
        head = stored[0].head if stored else self._empty_head
        provenance = replace(
            head.provenance,
            submission_kind=student.reading.kind,
            submission_sha256=student.reading.sha256,
            course_sha256=self._course_sha256,
            time=min((one.time for one in stored), default=""),
        )
        document = replace(
            head,
            submission=student.handin.student,
            provenance=provenance,
            points=sum(row.points for row in rows),
            seconds=round(sum(row.seconds for row in rows), 3),
            exercises=tuple(rows),
        )
        return Marked(student, document)

    def _stored_row(self, key: str) -> "_StoredRow | None":
        for _key, found in self._store.results([key]):
            return _StoredRow(self._head(found.head), msgspec.json.decode(found.row, type=ExerciseRow), found.time)
        return None

    def _no_row(self, exercise: Exercise, why: str) -> ExerciseRow:
        return exercise_row(exercise, Results(problems={exercise.name: Problem("not_judged", why)}), {})

    @cached_property
    def _empty_head(self) -> Document:
        """The head of a document of which no exercise could be judged."""
        run = Run.of(self._course, salt=self._settings.salt, feedback=self._settings.feedback)
        provenance = provenance_of(self._course, Submission("", {}), self._course_sha256)
        return mark(self._course, Results(), {}, "", provenance, run, Isolation(), 0.0)
