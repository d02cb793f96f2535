"""Draw an exercise: the learner's functions are called in a worker, as when they are graded."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from grader.course.file import Course, Exercise
from grader.drawing.course import Show, Shows, Wishes
from grader.drawing.picture import Picture
from grader.judge.admission import find_problem, import_module
from grader.judge.tests_package import tests_of
from grader.messages import _
from grader.pipe.errors import WorkerEnded
from grader.pipe.pool import Workers
from grader.result.evidence import Evidence
from grader.source.module import Source
from grader.submission.finding import Submission
from grader.testing import Learner
from grader.testing.failure import CallEnded, Failed, FailedOnce, MissingFunction, NotAttempted
from grader.testing.learner import Session
from grader.testing.shapes import Shapes


@dataclass(frozen=True)
class Drawing:
    """What there is to see of an exercise.

    Attributes:
        title: which exercise, or exercises.
        pictures: as far as the learner's functions could be called.
        problem: why there is no more, in a sentence; "" if all was drawn.
        notes: what was asked for and has no meaning here, in sentences.
    """

    title: str
    pictures: tuple[Picture, ...] = ()
    problem: str = ""
    notes: tuple[str, ...] = ()


def draw_exercise(
    course: Course, shows: Shows, work: Submission, workers: Workers, exercise: Exercise, wishes: Wishes
) -> Drawing:
    """Draw one exercise.

    Args:
        course: whose exercise it is.
        shows: what the course declares.
        work: has the learner's module, or why there is none.
        workers: where it is called.
        exercise: which one.
        wishes: settings that the learner chose.

    Raises:
        ValueError: a setting cannot be used, in a sentence.
        GraderFault: there is no worker.
    """
    show = shows.exercises.get(exercise.name)
    if show is None:
        return Drawing(exercise.name, problem=_("There is nothing to be seen of {name}.").format(name=exercise.name))
    return _draw(course, work, workers, (exercise,), show, wishes)


def draw_sheet(course: Course, shows: Shows, work: Submission, workers: Workers) -> tuple[Drawing, ...]:
    """Draw the page of the learner's run, part by part."""
    drawings = []
    for names, show in shows.sheet.items():
        exercises = tuple(exercise for name in names if (exercise := course.exercise(name)) is not None)
        drawings.append(_draw(course, work, workers, exercises, show, Wishes()))
    return tuple(drawings)


def _draw(
    course: Course, work: Submission, workers: Workers, exercises: Sequence[Exercise], show: Show, wishes: Wishes
) -> Drawing:
    title = ", ".join(f"{exercise.name} · {exercise.title}" for exercise in exercises)
    sentence = _("There is no {setting} to choose in {name}.")
    notes = tuple(sentence.format(setting=one, name=exercises[0].name) for one in show.useless(wishes))
    settings = show.settings(wishes)
    learners: list[Learner] = []
    for exercise in exercises:
        learner = _learner(course, work, workers, exercise)
        if isinstance(learner, str):
            return Drawing(title, problem=learner, notes=notes)
        learners.append(learner)
    pictures: list[Picture] = []
    problem = ""
    # a training may overflow, which is something to see and not an error
    with tests_of(course.root), np.errstate(all="ignore"):
        try:
            for picture in show.draw(*learners, settings):
                pictures.append(picture)
        except NotAttempted as stub:
            problem = _("{function} is not written yet.").format(function=stub)
        except MissingFunction as missing:
            problem = _("There is no function {function} in {file}.")
            problem = problem.format(function=missing.function, file=missing.source.filename)
        except (Failed, FailedOnce, CallEnded) as failed:
            problem = _sentence(failed.evidence)
        except WorkerEnded as ended:
            problem = _("Importing the file went wrong: {what}.").format(what=ended.message)
        finally:
            workers.stop()  # what comes next begins in a new worker
    return Drawing(title, tuple(pictures), problem, notes)


def _learner(course: Course, work: Submission, workers: Workers, exercise: Exercise) -> Learner | str:
    """The learner's functions, or why there are none, in a sentence."""
    source = work.sources.get(exercise.name)
    problem = find_problem(course, exercise, source)
    if problem is None and isinstance(source, Source):
        _printed, problem = import_module(course, exercise, source, workers)
    if problem is not None or not isinstance(source, Source):
        empty = _("{name} is not written yet.").format(name=exercise.name)
        return " ".join(problem.message.split()) if problem is not None and problem.message else empty
    shapes = Shapes(exercise.letters, course.sizes)
    return Learner(Session(source, workers, shapes, as_numpy=exercise.arrays == "numpy"))


def _sentence(evidence: Evidence) -> str:
    """What went wrong in a call, in a line: the call without its values, and what happened."""
    called = evidence.called.partition("\n")[0]
    event = evidence.message if evidence.kind in ("contract", "mismatch") else evidence.returned
    where = f" ({evidence.where})" if evidence.where else ""
    return f"{called}: {event.partition(chr(10))[0]}{where}"
