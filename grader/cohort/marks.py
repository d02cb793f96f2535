"""Each student's result document, put together from the stored results of their exercises."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from grader.cohort.intake.reading import Handin
from grader.cohort.reading import Reading
from grader.cohort.store import Result, Store
from grader.cohort.units import Settings
from grader.course.file import Course, Exercise
from grader.judge.marking import exercise_row, mark
from grader.judge.settings import Run
from grader.pipe.control import Isolation
from grader.result.document import Document, ExerciseRow, Status
from grader.result.outcome import Problem, Results

NOT_GRADED = "This exercise was not part of this run."


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
        self._row = lru_cache(maxsize=20_000)(self._stored_row)
        self._head = lru_cache(maxsize=64)(lambda head: msgspec.json.decode(head, type=Document))

    def of(self, students: Sequence[Student]) -> Iterator[Marked]:
        """Each student's document, in order."""
        return map(self._marked, students)

    def _marked(self, student: Student) -> Marked:
        rows = []
        head: Document | None = None
        for exercise in self._course.exercises:
            key = student.keys.get(exercise.name)
            row, found = (
                self._row(exercise.name, key) if key is not None else (self._no_row(exercise, NOT_GRADED), None)
            )
            rows.append(row)
            head = head or found
        document = msgspec.structs.replace(
            head or self._empty_head(),
            submission=student.handin.student,
            points=sum(row.points for row in rows),
            seconds=round(sum(row.seconds for row in rows), 3),
            exercises=tuple(rows),
        )
        return Marked(student, document)

    def _stored_row(self, name: str, key: str) -> tuple[ExerciseRow, Document | None]:
        exercise = self._course.exercise(name)
        assert exercise is not None
        found: Result | None = next((result for _key, result in self._store.results([key])), None)
        if found is None:
            return self._no_row(exercise, self._faults.get(key, "It was not graded yet.")), None
        return msgspec.json.decode(found.row, type=ExerciseRow), self._head(found.head)

    def _no_row(self, exercise: Exercise, why: str) -> ExerciseRow:
        return exercise_row(exercise, Results(problems={exercise.name: Problem("not_judged", why)}), {})

    def _empty_head(self) -> Document:
        """The head of a document of which no exercise could be judged."""
        run = Run.of(self._course, salt=self._settings.salt, feedback=self._settings.feedback)
        return mark(self._course, Results(), {}, "", run, Isolation(), 0.0)
