"""Which exercise a definition belongs to: the one that its cell is marked for, or that asks for such a function.

Where two exercises ask for a function of the same name, such as `train`, and no cell is marked any more, the definition
belongs to the one whose stub it resembles most.
"""

from collections.abc import Iterable

from grader.reader.facts import ExerciseOutline, Outline, StubParameters
from grader.reader.notebook.definitions import Statement, signature


def owners(outline: Outline, statements: Iterable[Statement]) -> dict[int, str | None]:
    """Return the exercise of each definition by its order; None if it belongs to none, or may belong to several."""
    sharing: dict[str, list[ExerciseOutline]] = {}
    for exercise in outline.exercises:
        for function in exercise.functions:
            sharing.setdefault(function, []).append(exercise)
    asked = {(one.exercise, one.function): one for one in outline.shared}
    return {one.order: _owner(outline, one, sharing, asked) for one in statements}


def _owner(
    outline: Outline,
    statement: Statement,
    sharing: dict[str, list[ExerciseOutline]],
    asked: dict[tuple[str, str], StubParameters],
) -> str | None:
    marked = outline.exercise(statement.cell.exercise)
    if marked is not None and marked.given is not None:
        return marked.name  # a program that was handed out has functions of its own, whatever they are called
    for name in statement.binds:
        asking = sharing.get(name, [])
        if marked is not None and marked in asking:
            return marked.name
        if len(asking) == 1:
            return asking[0].name
        if asking:
            return _most_alike(statement, {exercise.name: asked[exercise.name, name] for exercise in asking})
    return marked.name if marked is not None else None


def _most_alike(statement: Statement, asking: dict[str, StubParameters]) -> str | None:
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
