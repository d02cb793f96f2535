"""What a reader is told about a course, and what it finds out about a notebook: plain data of bounded size."""

from typing import Literal

from msgspec import Struct

from grader.source.facts import SourceFacts, Unparsed
from grader.source.place import Origins

Trouble = Literal["format", "language", "code", "cells", "empty", "conflict", "page", "cut", "json", "unreadable"]


# ---- what the reader is told ----


class StubParameters(Struct, frozen=True):
    """The parameters of a function in the stub; those with a default are passed by name and cannot be left out."""

    exercise: str
    function: str
    names: frozenset[str] = frozenset()
    by_name: frozenset[str] = frozenset()
    count: int = 0


class ExerciseOutline(Struct, frozen=True):
    """An exercise, as far as a notebook's reader has to know it.

    Attributes:
        name: its name.
        functions: to be written; none where tests are.
        given: digests of the statements of a program that is handed out; None where a stub is.
        takes: what the arguments of tests are called; empty where functions are written.
    """

    name: str
    functions: tuple[str, ...]
    given: frozenset[str] | None = None
    takes: frozenset[str] = frozenset()


class Outline(Struct, frozen=True):
    """A course, as far as a notebook's reader has to know it.

    Attributes:
        exercises: in the course's order.
        shared: of the functions that several exercises ask for, what each exercise's stub has.
    """

    exercises: tuple[ExerciseOutline, ...]
    shared: tuple[StubParameters, ...] = ()

    def exercise(self, name: str | None) -> ExerciseOutline | None:
        """The exercise of this name, or None."""
        return next((one for one in self.exercises if one.name == name), None)


# ---- what it answers ----


class Unusable(Struct, frozen=True, tag="unusable"):
    """A file that is not a notebook, or cannot be graded: what a sentence about it needs."""

    trouble: Trouble
    detail: str = ""
    line: int | None = None


class Redefinition(Struct, frozen=True):
    """A function is taken from one cell although a later one defines it too; both in words."""

    function: str
    cell: str
    other: str


class BrokenCell(Struct, frozen=True):
    """The cell that should hold an answer and cannot be read."""

    cell: str
    problem: Unparsed


class ModuleFacts(Struct, frozen=True):
    """A module that was put together from cells."""

    content: bytes
    facts: SourceFacts
    origins: tuple[Origins, ...]


class ExerciseFacts(Struct, frozen=True):
    """What a notebook holds for one exercise. At most one of the first three is there.

    Attributes:
        module: its module.
        broken: the cell that should hold an answer and cannot be read.
        aside: a cell, in words, that holds the function with this name but is no code cell.
        attempted: whether one of its functions is more than a stub.
        marked: whether a cell is marked to belong to it.
        redefined: what the learner should know about the choice that was made.
    """

    module: ModuleFacts | None = None
    broken: BrokenCell | None = None
    aside: tuple[str, str] | None = None
    attempted: bool = False
    marked: bool = False
    redefined: tuple[Redefinition, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether the notebook has anything of the exercise."""
        return self.module is not None or self.broken is not None or self.aside is not None


class NotebookFacts(Struct, frozen=True, tag="notebook"):
    """What a notebook holds.

    Attributes:
        built_for: the exercises that it was built for; empty where nothing says so.
        found: what it holds for each exercise of the course, by name.
    """

    built_for: tuple[str, ...]
    found: dict[str, ExerciseFacts]


class ModuleTexts(Struct, frozen=True, tag="texts"):
    """A notebook's work as the texts of modules, by exercise."""

    texts: dict[str, str]
