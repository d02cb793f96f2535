"""One exercise's module, put together from a notebook's definitions: the asked functions, and whatever they need.

A definition is looked for as a kernel that ran the notebook from top to bottom would find it: the last one counts. Four
things are kinder than a kernel, so that right work loses nothing by an accident of the notebook:

- a definition in a cell that is marked to belong to the exercise comes before one that lies elsewhere;
- a stub never takes the place of an answer;
- what belongs to a later exercise is not looked at: `train` of exercise 8 is not replaced by that of exercise 13;
- an import or a constant that stands below its first use is moved up.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from grader.reader.facts import BrokenCell, ExerciseFacts, ExerciseOutline, ModuleFacts, Outline, Redefinition
from grader.reader.notebook.cells import Cell, Notebook
from grader.reader.notebook.closure import Closure
from grader.reader.notebook.definitions import Statement, Unreadable, read_definitions, signature
from grader.reader.notebook.ownership import owners
from grader.source.parsing import facts_of
from grader.source.statements import digest_of


@dataclass(frozen=True)
class Choice:
    """The part of a notebook that belongs to one exercise.

    Attributes:
        found: the facts for the judge.
        winners: the definitions of the asked functions that were chosen.
        statements: all that the module is made of.
        broken: the cell that should hold an answer and cannot be read.
    """

    found: ExerciseFacts
    winners: tuple[Statement, ...] = ()
    statements: tuple[Statement, ...] = ()
    broken: Cell | None = None


def _is_attempted(exercise: ExerciseOutline, name: str, statement: Statement) -> bool:
    """Whether what a statement binds to a name is more than what was handed out."""
    if exercise.given is not None:
        return digest_of(statement.node) not in exercise.given
    return statement.is_attempted(name)


def _parameters(statement: Statement) -> frozenset[str]:
    arguments = signature(statement.node)
    return frozenset() if arguments is None else frozenset(one.arg for one in arguments.args)


class Definitions:
    """The definitions of one notebook, and which exercise of a course each of the asked functions belongs to."""

    def __init__(self, outline: Outline, notebook: Notebook) -> None:
        self._outline = outline
        self._notebook = notebook
        self._statements, self._unreadable = read_definitions(notebook.cells)
        self._ranks = {exercise.name: rank for rank, exercise in enumerate(outline.exercises)}
        self._everywhere = [one for one in self._statements if one.is_star_import or one.is_future]
        self._by_name: dict[str, list[Statement]] = {}
        for statement in self._statements:
            for name in statement.binds:
                self._by_name.setdefault(name, []).append(statement)
        self._owners = owners(outline, self._statements)

    def find(self, exercise: ExerciseOutline) -> Choice:
        """Return the exercise's module as the notebook defines it."""
        winners: dict[str, Statement] = {}
        redefined: list[Redefinition] = []
        for function in self._asked(exercise):
            candidates = self._candidates(exercise, function)
            if not candidates:
                continue
            best = max(candidates, key=lambda one: self._rank(exercise, function, one))
            winners[function] = best
            redefined += self._redefined(function, best, candidates)
        attempted = any(_is_attempted(exercise, name, statement) for name, statement in winners.items())
        marked = any(cell.exercise == exercise.name and cell.role == "work" for cell in self._notebook.cells)
        broken = self._broken(exercise, winners)
        if broken is not None:
            cell = BrokenCell(broken.cell.label, broken.problem)
            return Choice(ExerciseFacts(broken=cell, attempted=True, marked=marked), broken=broken.cell)
        if not winners and not marked:
            return Choice(ExerciseFacts(aside=self._aside(exercise)))
        chosen = tuple(Closure(winners, lambda name: self._bindings(exercise, name), self._everywhere).statements())
        if exercise.given is not None:
            attempted = any(digest_of(one.node) not in exercise.given for one in chosen)
        module = self._module(exercise, chosen)
        found = ExerciseFacts(module, attempted=attempted, marked=marked, redefined=tuple(redefined))
        return Choice(found, tuple(winners.values()), chosen)

    def _asked(self, exercise: ExerciseOutline) -> tuple[str, ...]:
        """The functions to look for: those that the exercise names, or all tests in its cells if it is about tests."""
        if not exercise.takes:
            return exercise.functions
        own = [
            one
            for one in self._statements
            # where no cell is marked, as in a kernel, a test's parameter shows which exercise it belongs to
            if one.cell.exercise == exercise.name or (one.cell.exercise is None and exercise.takes & _parameters(one))
            if one.cell.role != "example"
        ]
        names = (name for one in own for name in sorted(one.binds) if name.startswith("test_"))
        return tuple(dict.fromkeys(names))

    def _bindings(self, exercise: ExerciseOutline, name: str) -> list[Statement]:
        """The definitions of a name that this exercise may use, in the notebook's order."""
        found = self._by_name.get(name, [])
        own = [statement for statement in found if statement.cell.exercise == exercise.name]
        if own:
            return own
        rank = self._ranks[exercise.name]
        earlier = [one for one in found if self._ranks.get(self._owners[one.order] or "", -1) <= rank]
        return earlier or found

    def _candidates(self, exercise: ExerciseOutline, function: str) -> list[Statement]:
        return [
            statement
            for statement in self._by_name.get(function, [])
            if statement.may_be_function(function) and self._owners[statement.order] in (None, exercise.name)
        ]

    def _rank(self, exercise: ExerciseOutline, function: str, statement: Statement) -> tuple[bool, bool, int]:
        marked = statement.cell.exercise == exercise.name and statement.cell.role in (None, "work")
        return _is_attempted(exercise, function, statement), marked, statement.order

    def _redefined(self, function: str, best: Statement, candidates: list[Statement]) -> Iterator[Redefinition]:
        for other in candidates:
            if other.order > best.order and other.is_attempted(function) and other.text != best.text:
                yield Redefinition(function, best.cell.label, other.cell.label)
                return

    def _broken(self, exercise: ExerciseOutline, winners: dict[str, Statement]) -> Unreadable | None:
        """The cell that should hold an answer and cannot be read, if no other cell has one."""
        for function in exercise.functions:
            winner = winners.get(function)
            if winner is not None and winner.is_attempted(function):
                continue
            for one in self._unreadable:
                rival = self._outline.exercise(one.cell.exercise)
                theirs = rival not in (None, exercise) and rival is not None and function in rival.functions
                if (function in one.mentions and not theirs) or (rival == exercise and one.cell.role == "work"):
                    return one
        return None

    def _aside(self, exercise: ExerciseOutline) -> tuple[str, str] | None:
        for label, text in self._notebook.asides:
            for function in exercise.functions:
                if f"\ndef {function}(" in f"\n{text}":
                    return label, function
        return None

    def _module(self, exercise: ExerciseOutline, statements: Iterable[Statement]) -> ModuleFacts:
        content = "".join(f"{line}\n" for one in statements for line in one.text).encode()
        origins = tuple(one.origins for one in statements)
        return ModuleFacts(content, facts_of(content, exercise.functions), origins)
