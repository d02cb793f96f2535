"""One notebook or several as a submission: for each exercise, the module that one of them defines."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from grader.course.file import Course, Exercise
from grader.messages import _
from grader.source.files import read_plain_file
from grader.source.module import Source, SourceProblem
from grader.submission.notebook.cells import MAX_NOTEBOOK, Notebook, NotebookError, read_notebook
from grader.submission.notebook.module import Definitions, Found

_MOST_NOTEBOOKS = 50  # of one folder


@dataclass(frozen=True)
class _Read:
    """One notebook that could be read."""

    path: Path
    notebook: Notebook
    definitions: Definitions


class Notebooks:
    """The notebooks of one submission."""

    def __init__(self, course: Course, readable: list[_Read], problems: list[SourceProblem]) -> None:
        self._course = course
        self._readable = readable
        self._problems = problems
        self._find = cache(self._find_in_all)

    def source(self, exercise: Exercise) -> Source | SourceProblem | None:
        """The exercise's module, or why there is none to judge; None if no notebook holds anything of it."""
        found = self._find(exercise)
        if found:
            return found[0][1].source
        return self._problems[0] if self._problems else None

    def attempts(self, exercise: Exercise) -> bool:
        """Whether the exercise's module is more than a stub."""
        found = self._find(exercise)
        return bool(found) and found[0][1].attempted

    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of which the notebooks define something; all of them if a notebook cannot be read."""
        return tuple(one for one in self._course.exercises if self._problems or self._find(one))

    def meant(self, path: Path) -> tuple[Exercise, ...]:
        """The exercises that a notebook should hold: those that it was built for, the one that it is called, or all."""
        built_for = {name for one in self._readable if one.path == path for name in one.notebook.exercises}
        named = [one for one in self._course.exercises if one.name in (built_for or {path.stem})]
        return tuple(named) or self._course.exercises

    def notes(self, exercises: tuple[Exercise, ...]) -> tuple[str, ...]:
        """What the learner should know about the choices that were made for these exercises, in sentences."""
        notes: list[str] = []
        for exercise in exercises:
            found = self._find(exercise)
            if not found:
                continue
            best, rest = found[0], found[1:]
            notes += best[1].notes
            notes += [
                _("{exercise} is graded as {file} has it; {other} has it too.").format(
                    exercise=exercise.name, file=best[0].path.name, other=other[0].path.name
                )
                for other in rest[:1]
                if other[1].attempted
            ]
        return tuple(notes)

    def _find_in_all(self, exercise: Exercise) -> list[tuple[_Read, Found]]:
        found = [(one, one.definitions.find(exercise)) for one in self._readable]
        found = [(one, of) for one, of in found if of.source is not None]
        # sorted() keeps the order of the files where nothing tells two apart
        return sorted(found, key=lambda pair: _worth(pair[0], pair[1], exercise), reverse=True)


def _worth(read: _Read, found: Found, exercise: Exercise) -> tuple[bool, bool, bool]:
    return found.attempted, read.path.stem == exercise.name, found.marked


def read_notebook_file(path: Path) -> Notebook:
    """Read one notebook; raises NotebookError."""
    content = read_plain_file(path, MAX_NOTEBOOK)
    if isinstance(content, bytes):
        return read_notebook(content, path.name)
    if path.is_file() and not path.is_symlink() and path.stat().st_size > MAX_NOTEBOOK:
        said = _("{file} is longer than {size} MiB. Clear its outputs and save it again.")
        raise NotebookError(said.format(file=path.name, size=MAX_NOTEBOOK // 1024**2))
    raise NotebookError(content.message)


def read_notebooks(course: Course, paths: list[Path]) -> Notebooks:
    """Read notebooks; one that cannot be read is the problem of every exercise that no other notebook holds."""
    readable: list[_Read] = []
    problems: list[SourceProblem] = []
    for path in paths[:_MOST_NOTEBOOKS]:
        try:
            notebook = read_notebook_file(path)
        except NotebookError as error:
            problems.append(SourceProblem(str(error)))
            continue
        readable.append(_Read(path, notebook, Definitions(course, notebook)))
    return Notebooks(course, readable, problems)
