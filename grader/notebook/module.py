"""One exercise's module, put together from a notebook's definitions: the asked functions, and whatever they need.

A definition is looked for as a kernel that ran the notebook from top to bottom would find it: the last one counts. Four
things are kinder than a kernel, so that right work loses nothing by an accident of the notebook:

- a definition in a cell that is marked to belong to the exercise comes before one that lies elsewhere;
- a stub never takes the place of an answer;
- what belongs to a later exercise is not looked at: `train` of exercise 8 is not replaced by that of exercise 13;
- an import or a constant that stands below its first use is moved up.
"""

import bisect
import builtins
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from grader.course import Course, Exercise
from grader.files import read_module
from grader.messages import _
from grader.notebook.cells import Cell, Notebook
from grader.notebook.definitions import Statement, Unreadable, read_definitions
from grader.source import Origin, Source, SourceProblem, parse


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
        self._sharing = _sharing(course)
        self._stubs: dict[str, Source | SourceProblem] = {}
        self._by_name: dict[str, list[Statement]] = {}
        for statement in self._statements:
            for name in statement.binds:
                self._by_name.setdefault(name, []).append(statement)
        self._owners = {statement.order: self._owner(statement) for statement in self._statements}

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
        chosen = tuple(_Closure(self, exercise, winners).statements())
        return Found(self._source(exercise, chosen), attempted, marked, tuple(notes), tuple(winners.values()), chosen)

    def bindings(self, exercise: Exercise, name: str) -> list[Statement]:
        """The definitions of a name that this exercise may lean on, in the notebook's order."""
        found = self._by_name.get(name, [])
        own = [statement for statement in found if statement.cell.exercise == exercise.name]
        if own:
            return own
        rank = self._ranks[exercise.name]
        earlier = [one for one in found if self._ranks.get(self._owners[one.order] or "", -1) <= rank]
        return earlier or found

    def star_imports(self) -> list[Statement]:
        """Every `from module import *`."""
        return [statement for statement in self._statements if statement.is_star_import]

    def future_imports(self) -> list[Statement]:
        """Every `from __future__ import …`; in a kernel, one holds for all cells below."""
        return [statement for statement in self._statements if statement.is_future]

    def _candidates(self, exercise: Exercise, function: str) -> list[Statement]:
        return [
            statement
            for statement in self._by_name.get(function, [])
            if statement.may_be_function(function) and self._owners[statement.order] in (None, exercise.name)
        ]

    def _owner(self, statement: Statement) -> str | None:
        """The exercise that a definition belongs to; None for what belongs to none, or may belong to several."""
        marked = self._course.exercise(statement.cell.exercise or "")
        for name in statement.binds:
            sharing = self._sharing.get(name, [])
            if marked is not None and marked in sharing:
                return marked.name
            if len(sharing) == 1:
                return sharing[0].name
            if sharing:
                return self._most_alike(statement, name, sharing)
        return marked.name if marked is not None else None

    def _most_alike(self, statement: Statement, function: str, sharing: list[Exercise]) -> str | None:
        """The exercise whose stub has the most parameter names in common: two exercises ask for a `train`."""
        names = statement.parameters()
        if not names:
            return None
        likeness: dict[str, tuple[int, int]] = {}
        for exercise in sharing:
            asked = self._asked_parameters(exercise, function)
            likeness[exercise.name] = (len(set(asked) & set(names)), -abs(len(asked) - len(names)))
        best = max(likeness.values())
        alike = [name for name, likely in likeness.items() if likely == best]
        return alike[0] if len(alike) == 1 else None

    def _asked_parameters(self, exercise: Exercise, function: str) -> tuple[str, ...]:
        if exercise.name not in self._stubs:
            self._stubs[exercise.name] = read_module(exercise.name, self._course.path("exercises", exercise))
        stub = self._stubs[exercise.name]
        return stub.parameters(function) if isinstance(stub, Source) else ()

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


class _Closure:
    """The statements that some functions need, in an order in which they can run."""

    def __init__(self, definitions: Definitions, exercise: Exercise, winners: dict[str, Statement]) -> None:
        self._definitions = definitions
        self._exercise = exercise
        self._winners = winners
        self._known: dict[tuple[str, bool], list[Statement]] = {}
        self._taken: dict[int, Statement] = {}

    def statements(self) -> list[Statement]:
        """Return the winners and all that they need."""
        unknown = self._take(self._winners.values())
        if unknown:
            self._take(self._definitions.star_imports())
        self._take(self._definitions.future_imports())
        placed: dict[int, Statement] = {}
        for order in sorted(self._taken):
            self._place(self._taken[order], placed)
        return sorted(placed.values(), key=lambda statement: not statement.is_future)

    def _take(self, statements: Iterable[Statement]) -> set[str]:
        """Take the statements and what they need; returns the names that nothing defines."""
        unknown: set[str] = set()
        waiting = list(statements)
        while waiting:
            one = waiting.pop()
            if one.order in self._taken:
                continue
            self._taken[one.order] = one
            for name in one.needs_now | one.needs_later | (one.binds if one.partial else frozenset()):
                found = list(self._needed(one, name))
                waiting += found
                if not found and not hasattr(builtins, name):
                    unknown.add(name)
        return unknown

    def _needed(self, by: Statement, name: str) -> Iterator[Statement]:
        """The statements that give a name the values that `by` finds: when it runs, and when its functions are called.

        One for each is enough: where it builds on an earlier one, as `x += 1` does, it needs that one itself.
        """
        bindings = self._bindings(name, by is self._winners.get(name))
        if name in by.needs_now or (by.partial and name in by.binds):
            above = bisect.bisect_left(bindings, by.order, key=lambda one: one.order)
            if above > 0:
                yield bindings[above - 1]
            elif name in by.needs_now and bindings and bindings[-1] is not by:
                yield bindings[-1]
        bindings = self._bindings(name, False)
        if name in by.needs_later and bindings:
            yield bindings[-1]

    def _bindings(self, name: str, rejected: bool) -> list[Statement]:
        """The definitions of a name; those of an asked function that were not chosen are there only if `rejected`.

        A chosen `predict = torch.no_grad()(predict)` builds on one that was not. All others see what was chosen, and
        what belongs to it, as `predict.calls = 0` does.
        """
        if (name, rejected) not in self._known:
            found = self._definitions.bindings(self._exercise, name)
            winner = self._winners.get(name)
            if winner is not None and not rejected:
                found = [winner, *(one for one in found if one.partial and not one.may_be_function(name))]
                found.sort(key=lambda one: one.order)
            self._known[name, rejected] = found
        return self._known[name, rejected]

    def _place(self, statement: Statement, placed: dict[int, Statement]) -> None:
        """Put a statement behind those that it needs, which only matters where the notebook has them below it."""
        if statement.order in placed:
            return
        # a stack instead of recursion: who hands in a notebook decides how deep it is
        stack = [(statement, self._before(statement, moved=False))]
        visiting = {statement.order}
        while stack:
            one, before = stack[-1]
            needed = next((n for n in before if n.order not in placed and n.order not in visiting), None)
            if needed is not None:
                visiting.add(needed.order)
                stack.append((needed, self._before(needed, moved=True)))
            else:
                placed[one.order] = one
                stack.pop()

    def _before(self, statement: Statement, moved: bool) -> Iterator[Statement]:
        """What must run before a statement; what is moved up must also be ready to be called."""
        for name in sorted(statement.needs_now | (statement.needs_later if moved else frozenset())):
            yield from (one for one in self._needed(statement, name) if moved or one.order > statement.order)


def _sharing(course: Course) -> dict[str, list[Exercise]]:
    sharing: dict[str, list[Exercise]] = {}
    for exercise in course.exercises:
        for function in exercise.functions:
            sharing.setdefault(function, []).append(exercise)
    return sharing
