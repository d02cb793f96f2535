"""Where a learner's work is: a folder of exercise modules or notebooks, one module, or one notebook; never imported."""

import hashlib
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from grader.course.attempt import is_attempted
from grader.course.file import Course, Exercise
from grader.messages import _
from grader.result.document import SubmissionKind
from grader.source.module import Source, SourceProblem
from grader.source.place import no_such_file, shown_name, shown_path
from grader.submission.elsewhere import notes_of_work_elsewhere
from grader.submission.names import exercise_meant
from grader.submission.notebook.collection import Notebooks, read_notebooks
from grader.submission.places import (
    NOTEBOOK,
    Place,
    class_sentence,
    folders_with_work,
    links_among,
    module_of,
    places_in,
)
from grader.submission.reader_process import Reader, reading_in

_LISTED = 5  # names of files, in a sentence
_MOST_MODULES = 5  # about one exercise


class SubmissionError(Exception):
    """There is no such submission, in one sentence that says what to do."""


@dataclass(frozen=True)
class Submission:
    """What is to be graded.

    Attributes:
        label: what reports call it.
        sources: one entry an exercise that was looked for: the module, or why there is none to judge.
        notes: what the learner should know about what was chosen, in sentences.
        kind: what it was read from.
    """

    label: str
    sources: dict[str, Source | SourceProblem]
    notes: tuple[str, ...] = ()
    kind: SubmissionKind = "folder"

    @property
    def sha256(self) -> str:
        """The SHA-256, in hexadecimal, over the modules: in the order of their names, each name with its bytes.

        A module that cannot be judged counts with its bytes too, and one that is not there with its name.
        """
        digest = hashlib.sha256()
        for name, source in sorted(self.sources.items()):
            size = "none" if source.content is None else str(len(source.content))
            digest.update(f"{name}\0{size}\0".encode())
            digest.update(source.content or b"")
        return digest.hexdigest()

    def only(self, exercises: tuple[Exercise, ...]) -> "Submission":
        """The same submission without all other exercises."""
        names = {exercise.name for exercise in exercises}
        return replace(self, sources={name: one for name, one in self.sources.items() if name in names})


def read_submission(
    course: Course, path: Path, exercises: tuple[Exercise, ...] | None = None, reader: Reader | None = None
) -> Submission:
    """Read a submission.

    In a folder an exercise is looked for at its root, in `exercises/` and in `notebooks/`. Where it is attempted more
    than once, a module counts before a notebook, and the first of these places before the next.

    Args:
        course: whose exercises are looked for.
        path: a folder with modules or notebooks, one module, or one notebook.
        exercises: read only these; None means all of the course, or those that a single file is about.
        reader: in which everything is read; by default one of its own, for callers that read one submission only.

    Raises:
        SubmissionError: no such path, or no exercise in it.
    """
    with reading_in(reader) as own:
        return _read(own, course, path, exercises)


def _read(reader: Reader, course: Course, path: Path, exercises: tuple[Exercise, ...] | None) -> Submission:
    if path.is_dir():
        return _read_folder(reader, course, path, course.exercises if exercises is None else exercises)
    label = shown_path(path)
    if not path.exists():
        sentence = _("{path}: there is no such file or folder. Give the folder that holds your exercises.")
        raise SubmissionError(sentence.format(path=label))
    if path.suffix == NOTEBOOK:
        return _read_notebook(reader, course, path, exercises)
    exercise = exercise_meant(course, path.stem)
    if path.suffix.lower() != ".py" or exercise is None:
        sentence = _(
            "{path}: not an exercise of this course. Give a folder, a notebook, or a module with its own name, like "
            "{example}.py."
        )
        raise SubmissionError(sentence.format(path=label, example=course.exercises[0].name))
    if exercises is not None and exercise not in exercises:
        sentence = _("{path}: this is {exercise}, but you asked for {wanted}.")
        raise SubmissionError(sentence.format(path=label, exercise=exercise.name, wanted=exercises[0].name))
    sources = {exercise.name: reader.module(exercise.name, path, exercise.functions)}
    return Submission(label, sources, _name_notes(exercise, path), kind="module")


def read_whatever_is_there(
    course: Course, path: Path, exercises: tuple[Exercise, ...] | None = None, reader: Reader | None = None
) -> Submission:
    """Read a folder that was handed in. One without any exercise is a submission too: every file of it is missing."""
    try:
        return read_submission(course, path, exercises, reader)
    except SubmissionError:
        if not path.is_dir():
            raise
    with reading_in(reader) as own:
        files = {one.name: own.module(one.name, path / f"{one.name}.py", one.functions) for one in course.exercises}
    return Submission(shown_path(path), files)


def exercises_in(course: Course, path: Path, reader: Reader | None = None) -> tuple[Exercise, ...]:
    """The exercises that a file is about: the one that a module is named after, those that a notebook defines."""
    if path.suffix == NOTEBOOK:
        with reading_in(reader) as own:
            return read_notebooks(own, course, [path]).exercises()
    exercise = exercise_meant(course, path.stem) if path.suffix == ".py" else None
    return (exercise,) if exercise is not None else ()


def _read_notebook(reader: Reader, course: Course, path: Path, exercises: tuple[Exercise, ...] | None) -> Submission:
    notebooks = read_notebooks(reader, course, [path])
    wanted = notebooks.meant(path) if exercises is None else exercises
    sources = {}
    for exercise in wanted:
        sources[exercise.name] = notebooks.source(exercise) or _missing_in(shown_name(path), exercise)
    return Submission(shown_path(path), sources, notebooks.notes(wanted), kind="notebook")


def _read_folder(reader: Reader, course: Course, path: Path, exercises: tuple[Exercise, ...]) -> Submission:
    places = places_in(course, path)
    if any(place.holds_work for place in places):
        return _read_places(reader, course, path, places, exercises)
    for link in links_among(path):
        sentence = _("{path} is a link to another folder. Put the folder itself there.").format(path=shown_path(link))
        return Submission(shown_path(path), {exercise.name: SourceProblem(sentence) for exercise in exercises})
    below = folders_with_work(course, path)
    if len(below) > 1:
        raise SubmissionError(class_sentence(path, below))
    if below:
        work = _read_places(reader, course, below[0], places_in(course, below[0]), exercises)
        note = _("The work was found in {folder}.").format(folder=shown_path(below[0].relative_to(path).as_posix()))
        return replace(work, label=shown_path(path), notes=(note, *work.notes))
    listed = ", ".join(sorted(map(shown_name, path.iterdir()))[:_LISTED])
    sentence = _(
        "{path}: there is no exercise here. The folder should hold files like {example}.py, or notebooks, at its root, "
        "in exercises/ or in notebooks/. {what_is_there}"
    )
    example = course.exercises[0].name
    raise SubmissionError(sentence.format(path=shown_path(path), example=example, what_is_there=_what_is_there(listed)))


def _what_is_there(listed: str) -> str:
    return _("It holds: {names}.").format(names=listed) if listed else _("It is empty.")


def _read_places(
    reader: Reader, course: Course, path: Path, places: tuple[Place, ...], exercises: tuple[Exercise, ...]
) -> Submission:
    # modules first, so that a notebook that takes long to read does not use up their time
    modules = {one.name: _modules_of(reader, places, one) for one in exercises}
    notebooks = read_notebooks(reader, course, [file for place in places for file in place.notebooks])
    sources: dict[str, Source | SourceProblem] = {}
    notes: list[str] = []
    from_notebooks: list[Exercise] = []
    unattempted: list[Exercise] = []
    for exercise in exercises:
        candidates = modules[exercise.name]
        attempted = [
            one for one in candidates if isinstance(one[2], SourceProblem) or is_attempted(course, exercise, one[2])
        ]
        in_notebook = notebooks.source(exercise)
        if attempted or (candidates and (in_notebook is None or not notebooks.attempts(exercise))):
            _place, file, module = (attempted or candidates)[0]
            sources[exercise.name] = module
            notes += _name_notes(exercise, file) if attempted else ()
            notes += _choice_notes(exercise, attempted, notebooks)
            unattempted += () if attempted else (exercise,)
        elif in_notebook is not None:
            sources[exercise.name] = in_notebook
            from_notebooks.append(exercise)
            unattempted += () if notebooks.attempts(exercise) else (exercise,)
        else:
            sources[exercise.name] = _missing_from(places, exercise)
            unattempted.append(exercise)
    notes += notebooks.notes(tuple(from_notebooks))
    notes += notes_of_work_elsewhere(reader, course, path, tuple(unattempted))
    return Submission(shown_path(path), sources, tuple(notes))


def _modules_of(
    reader: Reader, places: tuple[Place, ...], exercise: Exercise
) -> list[tuple[Place, Path, Source | SourceProblem]]:
    """The first files about an exercise, read, in the order in which they count."""
    files = islice(module_of(places, exercise), _MOST_MODULES)
    return [(place, file, reader.module(exercise.name, file, exercise.functions)) for place, file in files]


def _name_notes(exercise: Exercise, file: Path) -> tuple[str, ...]:
    if file.name == f"{exercise.name}.py":
        return ()
    note = _("{file} is graded as {exercise}; the file should be called {exercise}.py.")
    return (note.format(file=shown_name(file), exercise=exercise.name),)


def _choice_notes(
    exercise: Exercise, attempted: list[tuple[Place, Path, Source | SourceProblem]], notebooks: Notebooks
) -> list[str]:
    """Which of several attempts at one exercise counts, and why."""
    named = [f"{place.label}{shown_name(file)}" for place, file, _module in attempted]
    note = _("{exercise} is graded as {file} has it; {other} has it too, and comes after it.")
    if len(named) > 1:
        return [note.format(exercise=exercise.name, file=named[0], other=named[1])]
    if named and notebooks.attempts(exercise):
        note = _("{exercise} is graded as {file} has it; a notebook has it too, and a module counts before a notebook.")
        return [note.format(exercise=exercise.name, file=named[0])]
    return []


def _missing_from(places: tuple[Place, ...], exercise: Exercise) -> SourceProblem:
    if any(place.notebooks for place in places):
        return _missing_in(_("this folder"), exercise)
    sentence = no_such_file(f"{exercise.name}.py")
    others = [name for place in places for name in place.other_modules]
    if others:
        sentence += " " + _("There is: {names}.").format(names=", ".join(map(shown_path, others[:_LISTED])))
    return SourceProblem(sentence)


def _missing_in(where: str, exercise: Exercise) -> SourceProblem:
    sentence = _("{exercise} is missing: there is no function {function} in {where}.")
    return SourceProblem(sentence.format(exercise=exercise.name, function=exercise.functions[0], where=where))
