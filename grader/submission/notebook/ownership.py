"""Which exercise a definition belongs to: the one that its cell is marked for, or that asks for such a function.

Where two exercises ask for a function of the same name, as two ask for `train`, and no cell is marked any more, the
definition belongs to the one whose stub it is most like.
"""

import ast
from collections.abc import Iterable
from dataclasses import dataclass

from grader.course.file import Course, Exercise
from grader.course.stubs import StubError, pristine_stub
from grader.source.files import read_module
from grader.source.module import Source, parse
from grader.submission.notebook.definitions import Statement, signature


@dataclass(frozen=True)
class _Asked:
    """The parameters of a function in the stub; those with a default are passed by name and cannot be left out."""

    names: frozenset[str]
    by_name: frozenset[str]
    count: int


def owners(course: Course, statements: Iterable[Statement]) -> dict[int, str | None]:
    """Return the exercise of each definition by its order; None for what belongs to none, or may belong to several."""
    sharing: dict[str, list[Exercise]] = {}
    for exercise in course.exercises:
        for function in exercise.functions:
            sharing.setdefault(function, []).append(exercise)
    asked: dict[tuple[str, str], _Asked] = {}
    for function, exercises in sharing.items():
        if len(exercises) > 1:
            asked |= {(exercise.name, function): _asked(course, exercise, function) for exercise in exercises}
    return {one.order: _owner(course, one, sharing, asked) for one in statements}


def _owner(
    course: Course, statement: Statement, sharing: dict[str, list[Exercise]], asked: dict[tuple[str, str], _Asked]
) -> str | None:
    marked = course.exercise(statement.cell.exercise or "")
    for name in statement.binds:
        asking = sharing.get(name, [])
        if marked is not None and marked in asking:
            return marked.name
        if len(asking) == 1:
            return asking[0].name
        if asking:
            return _most_alike(statement, {exercise.name: asked[exercise.name, name] for exercise in asking})
    return marked.name if marked is not None else None


def _most_alike(statement: Statement, asking: dict[str, _Asked]) -> str | None:
    arguments = signature(statement.node)
    if arguments is None:
        return None
    names = {one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}
    likeness = {
        exercise: (
            arguments.kwarg is not None or asked.by_name <= names,
            len(asked.names & names),
            -abs(asked.count - len(names)),
        )
        for exercise, asked in asking.items()
    }
    best = max(likeness.values())
    alike = [exercise for exercise, likely in likeness.items() if likely == best]
    return alike[0] if len(alike) == 1 else None


def _asked(course: Course, exercise: Exercise, function: str) -> _Asked:
    try:
        stub = parse(exercise.name, pristine_stub(course, exercise).encode())
    except StubError:  # a course without solutions; the learner's own file will do
        stub = read_module(exercise.name, course.path("exercises", exercise))
    found = stub.function(function) if isinstance(stub, Source) else None
    if not isinstance(found, ast.FunctionDef):
        return _Asked(frozenset(), frozenset(), 0)
    listed = [one.arg for one in (*found.args.posonlyargs, *found.args.args)]
    optional = listed[len(listed) - len(found.args.defaults) :] + [one.arg for one in found.args.kwonlyargs]
    return _Asked(frozenset(listed), frozenset(optional), len(listed))
