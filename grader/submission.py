"""Where a learner's work is: a folder of exercise modules or one module, read as bytes and never imported."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from grader.course import Course, Exercise
from grader.messages import _
from grader.source import Source, SourceProblem, parse

MAX_SOURCE = 256 * 1024  # bytes; a longer file cannot be parsed in bounded time


class SubmissionError(Exception):
    """There is no such submission, in one sentence that says what to do."""


@dataclass(frozen=True)
class Submission:
    """What is to be graded.

    Attributes:
        label: what reports call it.
        sources: one entry an exercise that was looked for: the module, or why there is none to judge.
    """

    label: str
    sources: dict[str, Source | SourceProblem]


def read_submission(course: Course, path: Path, exercises: tuple[Exercise, ...] | None = None) -> Submission:
    """Read a submission.

    Args:
        course: whose exercises are looked for.
        path: a folder with the modules (at its root or in `exercises/`), or one module.
        exercises: read only these; None means all of the course, or the one that a single module is.

    Raises:
        SubmissionError: no such path, or no exercise in it.
    """
    label = str(path)
    if path.is_dir():
        folder = _folder_of_modules(course, path)
        wanted = course.exercises if exercises is None else exercises
        return Submission(label, {e.name: read_module(e.name, folder / f"{e.name}.py") for e in wanted})
    if not path.exists():
        raise SubmissionError(f"{path}: there is no such file or folder. Give the folder that holds your exercises.")
    exercise = course.exercise(path.stem)
    if path.suffix != ".py" or exercise is None:
        raise SubmissionError(
            f"{path}: not an exercise of this course. Give a folder, or a module with its own name, like "
            f"{course.exercises[0].name}.py."
        )
    if exercises is not None and exercise not in exercises:
        raise SubmissionError(f"{path}: this is {exercise.name}, but you asked for {exercises[0].name}.")
    return Submission(label, {exercise.name: read_module(exercise.name, path)})


def _folder_of_modules(course: Course, path: Path) -> Path:
    for folder in (path, path / "exercises"):
        if any((folder / f"{exercise.name}.py").exists() for exercise in course.exercises):
            return folder
    raise SubmissionError(
        f"{path}: there is no exercise here. The folder should hold files like {course.exercises[0].name}.py, "
        "at its root or in exercises/."
    )


def read_module(name: str, path: Path) -> Source | SourceProblem:
    """Read and parse one module; only a regular file of bounded size is opened, and no link is followed."""
    filename = path.name
    try:
        # O_NONBLOCK: a named pipe must not hold us up
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return SourceProblem(_("There is no file {file}.").format(file=filename))
    except OSError:
        return SourceProblem(_("{file} cannot be opened as a plain file.").format(file=filename))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return SourceProblem(_("{file} is not a plain file.").format(file=filename))
        content = file.read(MAX_SOURCE + 1)
    if len(content) > MAX_SOURCE:
        size = MAX_SOURCE // 1024
        return SourceProblem(_("{file} is longer than {size} KiB.").format(file=filename, size=size))
    return parse(name, content, filename)
