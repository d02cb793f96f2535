"""Where a learner's work is: a folder of exercise modules or notebooks, one module, or one notebook; never imported."""

from dataclasses import dataclass
from pathlib import Path

from grader.course.file import Course, Exercise
from grader.messages import _
from grader.source.files import read_module
from grader.source.module import Source, SourceProblem
from grader.submission.notebook.collection import NOTEBOOK, read_notebooks


class SubmissionError(Exception):
    """There is no such submission, in one sentence that says what to do."""


@dataclass(frozen=True)
class Submission:
    """What is to be graded.

    Attributes:
        label: what reports call it.
        sources: one entry an exercise that was looked for: the module, or why there is none to judge.
        notes: what the learner should know about what was chosen, in sentences.
    """

    label: str
    sources: dict[str, Source | SourceProblem]
    notes: tuple[str, ...] = ()


def read_submission(course: Course, path: Path, exercises: tuple[Exercise, ...] | None = None) -> Submission:
    """Read a submission.

    Args:
        course: whose exercises are looked for.
        path: a folder with modules or notebooks (at its root or in `exercises/`), one module, or one notebook.
        exercises: read only these; None means all of the course, or those that a single file is about.

    Raises:
        SubmissionError: no such path, or no exercise in it.
    """
    if path.is_dir():
        return _read_folder(course, path, course.exercises if exercises is None else exercises)
    if not path.exists():
        raise SubmissionError(f"{path}: there is no such file or folder. Give the folder that holds your exercises.")
    if path.suffix == NOTEBOOK:
        return _read_notebook(course, path, exercises)
    exercise = course.exercise(path.stem)
    if path.suffix != ".py" or exercise is None:
        raise SubmissionError(
            f"{path}: not an exercise of this course. Give a folder, a notebook, or a module with its own name, like "
            f"{course.exercises[0].name}.py."
        )
    if exercises is not None and exercise not in exercises:
        raise SubmissionError(f"{path}: this is {exercise.name}, but you asked for {exercises[0].name}.")
    return Submission(str(path), {exercise.name: read_module(exercise.name, path)})


def read_whatever_is_there(course: Course, path: Path) -> Submission:
    """Read a folder that was handed in. One without any exercise is a submission too: every file of it is missing."""
    try:
        return read_submission(course, path)
    except SubmissionError:
        if not path.is_dir():
            raise
    return Submission(str(path), {e.name: read_module(e.name, path / f"{e.name}.py") for e in course.exercises})


def exercises_in(course: Course, path: Path) -> tuple[Exercise, ...]:
    """The exercises that a file of a submission is about: the one that a module is called, those a notebook defines."""
    if path.suffix == NOTEBOOK:
        return read_notebooks(course, [path]).exercises()
    exercise = course.exercise(path.stem) if path.suffix == ".py" else None
    return (exercise,) if exercise is not None else ()


def _read_notebook(course: Course, path: Path, exercises: tuple[Exercise, ...] | None) -> Submission:
    notebooks = read_notebooks(course, [path])
    wanted = notebooks.meant(path) if exercises is None else exercises
    sources = {}
    for exercise in wanted:
        sources[exercise.name] = notebooks.source(exercise) or _missing_in(path.name, exercise)
    return Submission(str(path), sources, notebooks.notes(wanted))


def _read_folder(course: Course, path: Path, exercises: tuple[Exercise, ...]) -> Submission:
    inner = path / "exercises"
    # a link may lead out of what was handed in, to the solutions for one
    places = (path,) if inner.is_symlink() else (path, inner)
    folder = next(
        (place for place in places if any((place / f"{one.name}.py").exists() for one in course.exercises)), None
    )
    files = sorted(file for place in places for file in place.glob(f"*{NOTEBOOK}"))
    if folder is None and not files and len(places) == 1:
        said = _("{path} is a link to another folder. Put the folder itself there.").format(path=path / "exercises")
        return Submission(str(path), {exercise.name: SourceProblem(said) for exercise in exercises})
    if folder is None and not files:
        raise SubmissionError(
            f"{path}: there is no exercise here. The folder should hold files like {course.exercises[0].name}.py, "
            "or notebooks, at its root or in exercises/."
        )
    notebooks = read_notebooks(course, files)
    sources: dict[str, Source | SourceProblem] = {}
    from_notebooks = []
    for exercise in exercises:
        file = folder / f"{exercise.name}.py" if folder is not None else None
        module = read_module(exercise.name, file) if file is not None and (file.exists() or not files) else None
        if not (isinstance(module, SourceProblem) or _is_attempted(module, exercise)):
            # a stub, or nothing: the work may be in a notebook
            found = notebooks.source(exercise)
            if found is not None and (module is None or notebooks.attempts(exercise)):
                module = found
                from_notebooks.append(exercise)
        sources[exercise.name] = module or _missing_in(_("this folder"), exercise)
    return Submission(str(path), sources, notebooks.notes(tuple(from_notebooks)))


def _is_attempted(source: Source | None, exercise: Exercise) -> bool:
    return source is not None and any(map(source.is_attempted, exercise.functions))


def _missing_in(where: str, exercise: Exercise) -> SourceProblem:
    said = _("{exercise} is missing: there is no function {function} in {where}.")
    return SourceProblem(said.format(exercise=exercise.name, function=exercise.functions[0], where=where))
