"""A course as a notebook's reader has to know it."""

from collections.abc import Callable
from pathlib import Path

from grader.course.attempt import handed_out
from grader.course.file import Course, Exercise
from grader.course.stubs import StubError, pristine_stub
from grader.reader.facts import ExerciseOutline, Outline, StubParameters
from grader.source.module import Source, SourceProblem, parse

ReadModule = Callable[[Exercise, Path], Source | SourceProblem]


def outline_of(course: Course, read: ReadModule) -> Outline:
    """Return the outline of a course.

    Args:
        course: the course.
        read: reads a learner's module; asked where the course has kept no stub.
    """
    sharing: dict[str, list[Exercise]] = {}
    for exercise in course.every_exercise:
        for function in _written(exercise):
            sharing.setdefault(function, []).append(exercise)
    shared = (
        _asked(course, exercise, function, read)
        for function, exercises in sharing.items()
        for exercise in exercises
        if len(exercises) > 1
    )
    return Outline(tuple(_outline(course, exercise) for exercise in course.every_exercise), tuple(shared))


def _written(exercise: Exercise) -> tuple[str, ...]:
    """The functions that learners write; where they write tests, those under test are somebody else's."""
    return () if exercise.tests_of else exercise.functions


def _outline(course: Course, exercise: Exercise) -> ExerciseOutline:
    if exercise.name not in course.given:
        return ExerciseOutline(exercise.name, exercise.functions)
    program = handed_out(course, exercise)
    takes = (
        frozenset(name for one in program.functions for name in one.parameters) if exercise.tests_of else frozenset()
    )
    return ExerciseOutline(exercise.name, _written(exercise), frozenset(program.statements), takes)


def _asked(course: Course, exercise: Exercise, function: str, read: ReadModule) -> StubParameters:
    try:
        stub = parse(exercise.name, pristine_stub(course, exercise).encode(), functions=())
    except StubError:  # a course without solutions; the learner's own file will do
        stub = read(exercise, course.path("exercises", exercise))
    found = stub.function(function) if isinstance(stub, Source) else None
    if found is None:
        return StubParameters(exercise.name, function)
    listed = found.parameters
    optional = (*listed[len(listed) - found.optional :], *found.keyword_only)
    return StubParameters(exercise.name, function, frozenset(listed), frozenset(optional), len(listed))
