"""Work outside the folders that are searched, in one that the learner made."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from grader.course.attempt import is_attempted
from grader.course.file import Course, Exercise
from grader.messages import _
from grader.source.module import Source
from grader.source.place import shown_path
from grader.submission.notebook.collection import read_notebooks
from grader.submission.places import folders_beside, module_of, places_in
from grader.submission.reader_process import Reader

_MOST_FOLDERS = 20
_MOST_NOTEBOOKS = 3  # of one folder; each is read
_NAMED = 3  # exercises, in a sentence


def notes_of_work_elsewhere(
    reader: Reader, course: Course, folder: Path, unattempted: tuple[Exercise, ...]
) -> Iterator[str]:
    """Name the folders that hold work on exercises that are not attempted where work is looked for.

    Args:
        reader: in which files are read.
        course: whose exercises are meant; its own solutions and tests are nobody's work.
        folder: what was handed in.
        unattempted: the exercises.
    """
    if not unattempted:
        return
    own = {"solutions", "tests", "grader"} if folder.resolve() == course.root.resolve() else set()
    for below in islice((one for one in folders_beside(folder) if one.name not in own), _MOST_FOLDERS):
        found = [exercise.name for exercise in _attempted(reader, course, below, unattempted)]
        if found:
            said = _("{folder}/ holds work too ({names}), but nobody looks there: move it to exercises/ or notebooks/.")
            names = ", ".join([*found[:_NAMED], *(["…"] if len(found) > _NAMED else [])])
            yield said.format(folder=shown_path(below.name), names=names)


def _attempted(reader: Reader, course: Course, folder: Path, exercises: tuple[Exercise, ...]) -> Iterator[Exercise]:
    places = places_in(course, folder)
    notebooks = [file for place in places for file in place.notebooks][:_MOST_NOTEBOOKS]
    read = read_notebooks(reader, course, notebooks)
    for exercise in exercises:
        modules = (reader.module(exercise.name, file, exercise.functions) for _at, file in module_of(places, exercise))
        module = next(modules, None)
        in_module = isinstance(module, Source) and is_attempted(course, exercise, module)
        if in_module or read.attempts(exercise):
            yield exercise
