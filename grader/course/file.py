"""`exercises/course.toml`: the order, titles, tasks, points, hints and limits of a course, read into frozen objects."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from grader.package import ROOT
from grader.pipe.limits import Limits
from grader.result.feedback import Detail
from grader.source.torch_names import WATCHED, Part

FORMAT = 1
_STEM = re.compile(r"ex(\d\d)_[a-z][a-z0-9_]*")
_SHAPE = re.compile(r"([\w.]+) \(([\w, ]+)\)")  # "weight (d, k)": the name and the letters
_MAX_TASKS = 4
_HINTS = (2, 3)  # a ladder: recall, (locate,) almost tell


class CourseError(Exception):
    """A mistake in course.toml, in one sentence that names the file and the key."""


class Task(Struct, frozen=True, forbid_unknown_fields=True):
    """What a learner does and earns points for, when all tests of it pass."""

    id: str
    title: str
    points: int
    hints: tuple[str, ...]


class Exercise(Struct, frozen=True, forbid_unknown_fields=True):
    """One step of the course: a module with one or more functions to write."""

    name: str
    title: str
    functions: tuple[str, ...]
    tasks: tuple[Task, ...] = msgspec.field(name="task")
    shapes: tuple[
        str, ...
    ] = ()  # of arguments and results, as in "weight (d, k)"; the course's sizes explain the letters
    preload: tuple[str, ...] = ()  # modules beyond the usual ones that its code may import
    by_hand: tuple[Part, ...] = ()  # what its code does itself, so that torch's own functions for it are watched

    @property
    def number(self) -> int:
        """The two digits of the name."""
        return int(self.name[2:4])

    @property
    def points(self) -> int:
        """The most that can be earned."""
        return sum(task.points for task in self.tasks)

    @property
    def letters(self) -> dict[str, tuple[str, ...]]:
        """The letters of each shape by the name of what has it: ("d", "k") of weight."""
        found = filter(None, map(_SHAPE.fullmatch, self.shapes))
        return {match[1]: tuple(match[2].replace(",", " ").split()) for match in found}

    def task(self, task_id: str) -> Task | None:
        """The task with this id, or None."""
        return next((task for task in self.tasks if task.id == task_id), None)


class _Limits(Struct, frozen=True, forbid_unknown_fields=True):
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


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    name: str
    title: str
    version: str
    points: int
    exercises: tuple[Exercise, ...] = msgspec.field(name="exercise")
    limits: _Limits = _Limits()
    feedback: Feedback = Feedback()
    sizes: dict[str, tuple[str, str]] = {}  # what a letter of a shape counts: one of them, and many


@dataclass(frozen=True)
class Course:
    """A course and the folder that its paths are computed from."""

    root: Path
    name: str
    title: str
    version: str
    exercises: tuple[Exercise, ...]
    limits: Limits
    feedback: Feedback
    sizes: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def salt(self) -> str:
        """What examples are drawn from where nobody chose another salt: a public constant, so that runs repeat."""
        return self.name

    @property
    def points(self) -> int:
        """The most that can be earned in the whole course."""
        return sum(exercise.points for exercise in self.exercises)

    def path(self, tree: str, exercise: Exercise, suffix: str = ".py") -> Path:
        """Where the exercise's file is in `tree`: "exercises", "solutions", "tests/public" or "tests/hidden"."""
        prefix = "test_" if tree.startswith("tests/") else ""
        return self.root / tree / f"{prefix}{exercise.name}{suffix}"

    def exercise(self, name: str) -> Exercise | None:
        """The exercise of this name, or None."""
        return next((exercise for exercise in self.exercises if exercise.name == name), None)

    def find(self, wanted: str) -> Exercise:
        """Return the exercise meant by a stem ("ex04_mse"), its file's path, a number ("4") or a unique part ("mse").

        Raises:
            LookupError: nothing or several match; the message lists the near ones.
        """
        # a path, as completion in a shell gives it
        wanted = wanted.replace("\\", "/").rstrip("/").rpartition("/")[2].removesuffix(".py").removesuffix(".md")
        number = wanted.removeprefix("ex")
        for exercise in self.exercises:
            if exercise.name == wanted or (number.isdecimal() and int(number) == exercise.number):
                return exercise
        if number.isdecimal():
            last = self.exercises[-1].number
            raise LookupError(f"there is no exercise {wanted}; they are numbered {self.exercises[0].number} to {last}")
        near = [exercise for exercise in self.exercises if wanted.lower() in exercise.name]
        if len(near) == 1:
            return near[0]
        # a part that fits several lists those; one that fits none, what is spelt alike, or else everything
        listed = [exercise.name for exercise in near] or _alike(wanted, self.exercises)
        how_many = "more than one exercise matches" if near else "no exercise matches"
        raise LookupError(f"{how_many} {wanted!r}; did you mean: {', '.join(listed)}?")


def _watched(exercise: Exercise) -> tuple[str, ...]:
    return tuple(sorted(frozenset().union(*(WATCHED[part] for part in exercise.by_hand))))


def _alike(wanted: str, exercises: tuple[Exercise, ...]) -> list[str]:
    import difflib

    names = {exercise.name.partition("_")[2]: exercise.name for exercise in exercises}
    near = difflib.get_close_matches(wanted, [*names, *names.values()], cutoff=0.5)
    return list(dict.fromkeys(names.get(name, name) for name in near)) or list(names.values())


def load_course(root: Path) -> Course:
    """Read `root/exercises/course.toml`; raises CourseError."""
    path = root / "exercises" / "course.toml"
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CourseError(f"{path}: cannot be read ({error.strerror})") from None
    try:
        file = msgspec.toml.decode(content, type=_File)
    except msgspec.ValidationError as error:
        raise CourseError(f"{path}: {_located(str(error), content)}") from None
    except (msgspec.DecodeError, ValueError) as error:
        raise CourseError(f"{path}: {error}") from None
    for problem in _problems(file):
        raise CourseError(f"{path}: {problem}")
    preload = {exercise.name: exercise.preload for exercise in file.exercises if exercise.preload}
    watched = {exercise.name: _watched(exercise) for exercise in file.exercises if exercise.by_hand}
    limits = Limits(file.limits.call_seconds, file.limits.submission_seconds, file.limits.memory_mb, preload, watched)
    return Course(root, file.name, file.title, file.version, file.exercises, limits, file.feedback, file.sizes)


def _located(message: str, content: bytes) -> str:
    """Say "exercise ex04_mse, task mean, key points" where msgspec says `$.exercise[3].task[0].points`."""
    what, _, path = message.partition(" - at `$")
    names: list[str] = []
    node: Any = msgspec.toml.decode(content)
    for key, index in re.findall(r"\.(\w+)|\[(\d+|\.\.\.)\]", path):
        node = node.get(key, {}) if key else (node[int(index)] if index.isdecimal() else {})
        if key in ("exercise", "task") and isinstance(node, list):
            names.append(key)
        elif index.isdecimal() and names:
            label = node.get("name") or node.get("id") if isinstance(node, dict) else None
            names[-1] += f" {label}" if label else f" number {int(index) + 1}"
        elif key:
            names.append(f"key {key}")
    what = what.replace("Object", "this table")
    return f"{', '.join(names)}: {what}" if names else what


def _problems(file: _File) -> list[str]:
    """What a well-typed file can still have wrong, each in one sentence that names the key."""
    found: list[str] = []
    if file.format != FORMAT:
        found.append(f"key format: {file.format} is not known, this grader reads format {FORMAT}")
    names = [exercise.name for exercise in file.exercises]
    found += [f"key name: two exercises are called {name}" for name, times in Counter(names).items() if times > 1]
    for exercise in file.exercises:
        where = f"exercise {exercise.name}"
        if not _STEM.fullmatch(exercise.name):
            found.append(f"{where}, key name: should look like ex04_mse")
        if not exercise.functions or not all(name.isidentifier() for name in exercise.functions):
            found.append(f"{where}, key functions: should list at least one function name")
        if not 1 <= len(exercise.tasks) <= _MAX_TASKS:
            found.append(f"{where}, key task: should have one to {_MAX_TASKS} tasks, not {len(exercise.tasks)}")
        for shape in exercise.shapes:
            if not _SHAPE.fullmatch(shape):
                found.append(f"{where}, key shapes: {shape!r} should look like 'weight (d, k)'")
        for name, letters in exercise.letters.items():
            for letter in letters:
                if letter not in file.sizes:
                    found.append(f"{where}, key shapes: the {letter} of {name} is not explained under sizes")
        ids = Counter(task.id for task in exercise.tasks)
        found += [f"{where}, key id: two tasks are called {name}" for name, times in ids.items() if times > 1]
        for task in exercise.tasks:
            found += [f"{where}, task {task.id}, {problem}" for problem in _task_problems(task)]
    total = sum(exercise.points for exercise in file.exercises)
    if not found and total != file.points:
        found.append(f"key points: the tasks' points add up to {total}, not {file.points}")
    return found


def _task_problems(task: Task) -> list[str]:
    found = []
    if not task.id.isidentifier():
        found.append("key id: should be a plain name")
    if task.points < 1:
        found.append(f"key points: should be at least 1, not {task.points}")
    if len(task.hints) not in _HINTS or not all(hint.strip() for hint in task.hints):
        found.append("key hints: should be two or three sentences")
    return found


def find_root(explicit: Path | None = None) -> Path:
    """Return the folder of the course: `explicit`, or the one the grader lies in, or one that we are in.

    The grader's own folder comes first: who grades from inside a submission must not run the submission's tests.

    Raises:
        CourseError: there is none.
    """
    here = Path.cwd()
    candidates = [explicit] if explicit else [ROOT, here, *here.parents]
    for candidate in candidates:
        if (candidate / "exercises" / "course.toml").is_file():
            return candidate.resolve()
    raise CourseError(f"{candidates[0]}: there is no exercises/course.toml here or above")
