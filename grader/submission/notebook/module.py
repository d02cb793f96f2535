"""One exercise's module, put together from a notebook's definitions: the asked functions, and whatever they need.

A definition is looked for as a kernel that ran the notebook from top to bottom would find it: the last one counts. Four
things are kinder than a kernel, so that right work loses nothing by an accident of the notebook:

- a definition in a cell that is marked to belong to the exercise comes before one that lies elsewhere;
- a stub never takes the place of an answer;
- what belongs to a later exercise is not looked at: `train` of exercise 8 is not replaced by that of exercise 13;
- an import or a constant that stands below its first use is moved up.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from grader.course.file import Course, Exercise
from grader.messages import _
from grader.source.module import Origin, Source, SourceProblem, parse
from grader.submission.notebook.cells import Cell, Notebook
from grader.submission.notebook.closure import Closure
from grader.submission.notebook.definitions import Statement, Unreadable, read_definitions
from grader.submission.notebook.ownership import owners


@dataclass(frozen=True)
class Found:
    """What a notebook holds for one exercise.

    Attributes:
        source: its module, or why there is none to judge; None if nothing in the notebook belongs to the exercise.
        attempted: whether one of its functions is more than a stub.
        marked: whether a cell is marked to belong to it.
        notes: what the learner should know about the choice that was made.
        winners: the definitions of the asked functions that were chosen.
        statements: all that the module is made of.
        broken: the cell that should hold an answer and cannot be read.
    """

    source: Source | SourceProblem | None
    attempted: bool = False
    marked: bool = False
    notes: tuple[str, ...] = ()
    winners: tuple[Statement, ...] = ()
    statements: tuple[Statement, ...] = ()
    broken: Cell | None = None


class Definitions:
    """The definitions of one notebook, and which exercise of a course each of the asked functions belongs to."""

    def __init__(self, course: Course, notebook: Notebook) -> None:
        self._course = course
        self._notebook = notebook
        self._statements, self._unreadable = read_definitions(notebook.cells, notebook.filename)
        self._ranks = {exercise.name: rank for rank, exercise in enumerate(course.exercises)}
        self._everywhere = [one for one in self._statements if one.is_star_import or one.is_future]
        self._by_name: dict[str, list[Statement]] = {}
        for statement in self._statements:
            for name in statement.binds:
                self._by_name.setdefault(name, []).append(statement)
        self._owners = owners(course, self._statements)

    def find(self, exercise: Exercise) -> Found:
        """Return the exercise's module as the notebook defines it."""
        winners: dict[str, Statement] = {}
        notes: list[str] = []
        for function in exercise.functions:
            candidates = self._candidates(exercise, function)
            if not candidates:
                continue
            best = max(candidates, key=lambda one: self._rank(exercise, function, one))
            winners[function] = best
            notes += self._note(function, best, candidates)
        attempted = any(statement.is_attempted(name) for name, statement in winners.items())
        marked = any(cell.exercise == exercise.name and cell.role == "work" for cell in self._notebook.cells)
        broken = self._broken(exercise, winners)
        if broken is not None:
            return Found(SourceProblem(broken.message), attempted=True, marked=marked, broken=broken.cell)
        if not winners and not marked:
            return Found(self._aside(exercise))
        chosen = tuple(Closure(winners, lambda name: self._bindings(exercise, name), self._everywhere).statements())
        return Found(self._source(exercise, chosen), attempted, marked, tuple(notes), tuple(winners.values()), chosen)

    def _bindings(self, exercise: Exercise, name: str) -> list[Statement]:
        """The definitions of a name that this exercise may lean on, in the notebook's order."""
        found = self._by_name.get(name, [])
        own = [statement for statement in found if statement.cell.exercise == exercise.name]
        if own:
            return own
        rank = self._ranks[exercise.name]
        earlier = [one for one in found if self._ranks.get(self._owners[one.order] or "", -1) <= rank]
        return earlier or found

    def _candidates(self, exercise: Exercise, function: str) -> list[Statement]:
        return [
            statement
            for statement in self._by_name.get(function, [])
            if statement.may_be_function(function) and self._owners[statement.order] in (None, exercise.name)
        ]

    def _rank(self, exercise: Exercise, function: str, statement: Statement) -> tuple[bool, bool, int]:
        marked = statement.cell.exercise == exercise.name and statement.cell.role in (None, "work")
        return statement.is_attempted(function), marked, statement.order

    def _note(self, function: str, best: Statement, candidates: list[Statement]) -> Iterator[str]:
        for other in candidates:
            if other.order > best.order and other.is_attempted(function) and other.text != best.text:
                yield _("{file}: {function} is graded as {cell} defines it; {other} defines it too.").format(
                    file=self._notebook.filename, function=function, cell=best.cell.label, other=other.cell.label
                )
                return

    def _broken(self, exercise: Exercise, winners: dict[str, Statement]) -> Unreadable | None:
        """The cell that should hold an answer and cannot be read, if no other cell has one."""
        for function in exercise.functions:
            winner = winners.get(function)
            if winner is not None and winner.is_attempted(function):
                continue
            for one in self._unreadable:
                rival = self._course.exercise(one.cell.exercise or "")
                theirs = rival not in (None, exercise) and rival is not None and function in rival.functions
                if (function in one.mentions and not theirs) or (rival is exercise and one.cell.role == "work"):
                    return one
        return None

    def _aside(self, exercise: Exercise) -> SourceProblem | None:
        for label, text in self._notebook.asides:
            for function in exercise.functions:
                if re.search(rf"^def {function}\(", text, re.MULTILINE):
                    said = _("{file}, {cell} holds the function {function}, but is no code cell. Make it one.")
                    return SourceProblem(said.format(file=self._notebook.filename, cell=label, function=function))
        return None

    def _source(self, exercise: Exercise, statements: Iterable[Statement]) -> Source | SourceProblem:
        lines: list[str] = []
        origins: list[Origin] = []
        for statement in statements:
            lines += statement.text
            origins += statement.origins
        content = "".join(f"{line}\n" for line in lines).encode()
        source = parse(exercise.name, content, self._notebook.filename)
        return replace(source, origins=tuple(origins)) if isinstance(source, Source) else source
