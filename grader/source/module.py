"""A learner's module as the judge sees it: bytes, and what a reader found out about them. It is never imported."""

from dataclasses import dataclass, replace
from functools import cached_property

from grader.source.facts import Function, Parsed, Slip, SourceFacts
from grader.source.parsing import facts_of
from grader.source.place import Origin, Origins, place
from grader.source.wording import problem_sentence, quote_line


@dataclass(frozen=True)
class SourceProblem:
    """Why nothing of a file can be judged.

    Attributes:
        message: why, in words for the learner.
        line: the line to look at, if there is one.
        content: the file's bytes; None where there is no file, or it was not read.
    """

    message: str
    line: int | None = None
    content: bytes | None = None


@dataclass(frozen=True)
class Source:
    """One module that parses.

    Attributes:
        name: the exercise's stem.
        filename: what reports call the file.
        content: the bytes as they are.
        facts: what the reader found out.
        origins: for a module put together from a notebook's cells, where its lines come from; empty for a file.
    """

    name: str
    filename: str
    content: bytes
    facts: Parsed
    origins: tuple[Origins, ...] = ()

    @cached_property
    def code(self) -> bytes:
        """The text in UTF-8, whatever the file's encoding: what a worker runs, so that it needs no other."""
        return self.facts.text.encode()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text, line by line as Python counts them, without line ends; the first line is at index 0."""
        return tuple(self.facts.text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n"))

    def place(self, line: int) -> str:
        """Where line `line` of the module is, for a report: "ex04_mse.py, line 3" or "work.ipynb, cell 7, line 3"."""
        return place(self.filename, line, self.origin(line))

    def origin(self, line: int) -> Origin | None:
        """The cell and the line in it that this line comes from; None in a module that is a file."""
        before = 1
        for piece in self.origins:
            if before <= line < before + piece.count:
                return Origin(piece.cell, piece.line + line - before)
            before += piece.count
        return None

    def function(self, name: str) -> Function | None:
        """The last definition of `name` at the top level of the file, as a run from top to bottom leaves it."""
        return next((one for one in self.facts.functions if one.name == name), None)

    def line_of(self, name: str) -> int | None:
        """The line of the file where the function is defined, if it is known."""
        function = self.function(name)
        return None if function is None else self.own_line(function.line)

    def line_in_file(self, line: int) -> int:
        """The number that this line has for the learner, in the file or in the notebook's cell."""
        origin = self.origin(line)
        return line if origin is None else origin.line

    def own_line(self, line: int | None) -> int | None:
        """The same line, if it is one of the learner's file; None for a module put together from a notebook's cells."""
        return None if self.origins or line is None or not 1 <= line <= len(self.lines) else line

    def parameters(self, name: str) -> tuple[str, ...]:
        """The names that the learner gave the function's positional parameters; empty where they cannot be seen."""
        function = self.function(name)
        return () if function is None else function.parameters

    def is_attempted(self, name: str) -> bool:
        """Whether the function's body is more than a docstring, `pass`, `...` or `raise NotImplementedError`."""
        function = self.function(name)
        return function is None or not function.is_placeholder

    def slips(self, name: str) -> tuple[Slip, ...]:
        """Beginners' slips that can be seen in the code of a function that is asked for."""
        function = self.function(name)
        return () if function is None else function.slips

    def read_again(self) -> "Source":
        """The same module as another object, which a worker loads anew."""
        return replace(self)


def as_source(name: str, filename: str, content: bytes, facts: SourceFacts) -> Source | SourceProblem:
    """A reader's answer about one module, as the judge uses it."""
    if isinstance(facts, Parsed):
        return Source(name, filename, content, facts)
    return SourceProblem(problem_sentence(facts, filename), facts.line, content)


def parse(
    name: str, content: bytes, filename: str | None = None, functions: tuple[str, ...] | None = None
) -> Source | SourceProblem:
    """Read one module in this process. Only for modules that are ours, such as solutions and known answers.

    Args:
        name: the exercise's stem.
        content: the file's bytes.
        filename: what reports call the file.
        functions: those whose uses of other names are looked for; None for all.
    """
    return as_source(name, filename or f"{name}.py", content, facts_of(content, functions))


def quote_span(source: Source, number: int, column: int, end_column: int) -> str:
    """Quote line `number` of a module; columns count UTF-8 bytes, as Python's tracebacks do."""
    if not 1 <= number <= len(source.lines):
        return ""
    line = source.lines[number - 1]
    origin = source.origin(number)
    number = origin.line if origin is not None else number
    encoded = line.encode()
    if not 0 <= column < end_column <= len(encoded):
        return quote_line(line, number, len(line) - len(line.lstrip()), len(line))
    return quote_line(
        line,
        number,
        len(encoded[:column].decode("utf-8", "ignore")),
        len(encoded[:end_column].decode("utf-8", "ignore")),
    )
