"""The tables of course.toml as frozen objects."""

import re
from typing import Literal

import msgspec
from msgspec import Struct

from grader.pipe.limits import Limits
from grader.result.disclosure import Detail

FIRST_TRACK = "course"  # of exercises that name no track
SHAPE = re.compile(r"([\w.]+) \(([\w, ]+)\)")  # "weight (d, k)": the name and the letters


class Task(Struct, frozen=True, forbid_unknown_fields=True):
    """What a learner does and earns points for, when all tests of it pass."""

    id: str
    title: str
    points: int
    hints: tuple[str, ...]


class Track(Struct, frozen=True, forbid_unknown_fields=True):
    """Exercises beside those of the course, with a total of their own."""

    name: str
    title: str
    points: int


class Exercise(Struct, frozen=True, forbid_unknown_fields=True):
    """One step of the course: a module with one or more functions to write.

    Attributes:
        name: the stem of its files: letters, two digits and words, as in ex04_mse.
        title: for people.
        functions: to be written.
        tasks: in order.
        shapes: of arguments and results, as in "weight (d, k)"; the course's sizes explain the letters.
        preload: modules beyond the usual ones that its code may import.
        arrays: what tests pass and expect as arrays: torch's tensors, or NumPy's arrays.
        ruled_out: packages that a rule of the exercise forbids; what a module uses of them also distinguishes answers.
        log: regular expressions for the lines of a log that the exercise asks for, the exact one first; where no line
            fits it, those that fit the next are compared.
        track: whose total it counts towards.
        given: whether the file is handed out as it lies in `exercises/.stubs`, not made from the solution.
        tests_of: the exercise whose functions, in right and wrong implementations, the learner's tests are run on;
            "" where learners write functions. `functions` are then those under test.
    """

    name: str
    title: str
    functions: tuple[str, ...]
    tasks: tuple[Task, ...] = msgspec.field(name="task")
    shapes: tuple[str, ...] = ()
    preload: tuple[str, ...] = ()
    arrays: Literal["torch", "numpy"] = "torch"
    ruled_out: tuple[str, ...] = ()
    log: tuple[str, ...] = ()
    track: str = FIRST_TRACK
    given: bool = False
    tests_of: str = ""

    @property
    def kind(self) -> str:
        """The letters that its name begins with; exercises are counted by kind."""
        return self.name[: self.name.index("_") - 2]

    @property
    def number(self) -> int:
        """The two digits of the name."""
        return int(self.name[len(self.kind) :][:2])

    @property
    def points(self) -> int:
        """The most that can be earned."""
        return sum(task.points for task in self.tasks)

    @property
    def letters(self) -> dict[str, tuple[str, ...]]:
        """The letters of each shape by the name of what has it: ("d", "k") of weight."""
        found = filter(None, map(SHAPE.fullmatch, self.shapes))
        return {match[1]: tuple(match[2].replace(",", " ").split()) for match in found}

    def task(self, task_id: str) -> Task | None:
        """The task with this id, or None."""
        return next((task for task in self.tasks if task.id == task_id), None)


class LimitsTable(Struct, frozen=True, forbid_unknown_fields=True):
    """What a submission's code may use, see `Limits`."""

    call_seconds: float = Limits.call_seconds
    submission_seconds: float = Limits.submission_seconds
    memory_mb: int = Limits.memory_mb


class Feedback(Struct, frozen=True, forbid_unknown_fields=True):
    """What reports may show, and when; the instructor's choice.

    Attributes:
        hidden: how much of a hidden test; None leaves it to the command: full at home, brief on a host.
        visibility: when Gradescope shows the tasks to students.
    """

    hidden: Detail | None = None
    visibility: Literal["visible", "hidden", "after_due_date", "after_published"] = "visible"


class CourseTable(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file.

    Attributes:
        format: of the file.
        name: of the course: letters, digits and hyphens; bundles are called after it, examples drawn from it.
        title: for people.
        version: the author's own.
        points: what all tasks together are worth, as a check.
        exercises: in order.
        limits: what a submission's code may use.
        feedback: what reports may show.
        sizes: what a letter of a shape counts: one of them, and many.
        files: further files in exercises/ that learners get, as data that a page speaks of.
        language: in which learners are addressed where they choose none; "" leaves it to their system.
        finish: what to say when everything has passed: what was built, and what may come next.
        tracks: what there is beside the course itself.
    """

    format: int
    name: str
    title: str
    version: str
    points: int
    exercises: tuple[Exercise, ...] = msgspec.field(name="exercise")
    limits: LimitsTable = LimitsTable()
    feedback: Feedback = Feedback()
    sizes: dict[str, tuple[str, str]] = {}
    files: tuple[str, ...] = ()
    finish: str = ""
    language: str = ""
    tracks: tuple[Track, ...] = msgspec.field(name="track", default=())
