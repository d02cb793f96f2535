"""A learner's module as the judge sees it: bytes and a syntax tree, never imported."""

import ast
import io
import tokenize
import unicodedata
import warnings
from dataclasses import dataclass, replace
from functools import cached_property

from grader.messages import _
from grader.source.indentation import quote_indentation
from grader.source.slips import (
    Slip,
    defined_functions,
    hidden_definition,
    is_placeholder,
    replaced_work,
    slips_of,
)

MAX_SCOPES = 2_000  # Python's compiler compares each with all before it: twenty thousand take it a minute
_SCOPES = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
)


@dataclass(frozen=True)
class SourceProblem:
    """Why nothing of a file can be judged.

    Attributes:
        message: why, in words for the learner.
        line: the line to look at, if there is one.
        content: the file's bytes; None where there is no file, or none that is read.
    """

    message: str
    line: int | None = None
    content: bytes | None = None


@dataclass(frozen=True)
class Origin:
    """Where a line of a module put together from a notebook comes from: a cell, in words, and the line in it."""

    cell: str
    line: int


@dataclass(frozen=True)
class Source:
    """One module that parses.

    Attributes:
        name: the exercise's stem.
        filename: what reports call the file.
        content: the bytes as they are.
        origins: for a module put together from a notebook's cells, where each line comes from; empty for a file.
    """

    name: str
    filename: str
    content: bytes
    tree: ast.Module
    origins: tuple[Origin, ...] = ()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text, line by line as Python counts them, without line ends; the first line is at index 0."""
        return lines_of(self.content)

    def place(self, line: int) -> str:
        """Where line `line` of the module is, for a report: "ex04_mse.py, line 3" or "work.ipynb, cell 7, line 3"."""
        return place(self.filename, line, self.origin(line))

    def origin(self, line: int) -> Origin | None:
        """The cell and the line in it that this line comes from; None in a module that is a file."""
        return self.origins[line - 1] if 1 <= line <= len(self.origins) else None

    def function(self, name: str) -> ast.FunctionDef | ast.Lambda | None:
        """The last definition of `name` at the top level of the file, as a run from top to bottom leaves it."""
        found: ast.FunctionDef | ast.Lambda | None = None
        for node in self.tree.body:
            match node:
                case ast.FunctionDef(name=defined) if defined == name:
                    found = node
                case ast.Assign(targets=[ast.Name(id=defined)], value=ast.Lambda() as value) if defined == name:
                    found = value
        return found

    def line_of(self, name: str) -> int | None:
        """The line of the file where the function is defined, if that can be seen."""
        function = self.function(name)
        return None if function is None else self.own_line(function.lineno)

    def line_in_file(self, line: int) -> int:
        """The number that the learner sees beside this line, in the file or in the notebook's cell."""
        origin = self.origin(line)
        return line if origin is None else origin.line

    def own_line(self, line: int | None) -> int | None:
        """The same line, if it is one of the learner's file; None for a module put together from a notebook's cells."""
        return None if self.origins else line

    def parameters(self, name: str) -> tuple[str, ...]:
        """The names that the learner gave the function's positional parameters; empty where they cannot be seen."""
        function = self.function(name)
        if function is None:
            return ()
        return tuple(arg.arg for arg in (*function.args.posonlyargs, *function.args.args))

    def is_attempted(self, name: str) -> bool:
        """Whether the function's body is more than a docstring, `pass`, `...` or `raise NotImplementedError`."""
        function = self.function(name)
        if not isinstance(function, ast.FunctionDef):
            return True
        return not is_placeholder(function)

    @cached_property
    def is_empty(self) -> bool:
        """Whether there is no code, only comments or texts at most."""
        return all(isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) for node in self.tree.body)

    @cached_property
    def functions(self) -> tuple[str, ...]:
        """The names of the functions that are defined at the top level, in order."""
        return defined_functions(self.tree)

    def hidden_definition(self, name: str) -> tuple[str, int] | None:
        """Where a function is defined that is missing at the top level: the class or function, and the line."""
        return hidden_definition(self.tree, name)

    def replaced_work(self, name: str) -> tuple[int, int] | None:
        """The lines of work on a function and of a stub below it; None if it is not so."""
        return replaced_work(self.tree, name)

    def slips(self, name: str) -> tuple[Slip, ...]:
        """Beginners' slips that can be seen in a function's code; see `grader.source.slips`."""
        function = self.function(name)
        return slips_of(function, self.tree) if isinstance(function, ast.FunctionDef) else ()


def parse(name: str, content: bytes, filename: str | None = None) -> Source | SourceProblem:
    """Parse one module; every way in which that can fail is a SourceProblem that shows the line."""
    filename = filename or f"{name}.py"
    tree = _parsed(content, filename)
    if isinstance(tree, SourceProblem):
        return replace(tree, content=content)
    return Source(name, filename, content, tree)


def _parsed(content: bytes, filename: str) -> ast.Module | SourceProblem:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "invalid escape sequence" and the like are not ours to report
            tree = ast.parse(content, filename)
            if sum(isinstance(node, _SCOPES) for node in ast.walk(tree)) > MAX_SCOPES:
                said = _("{file} has more than {count} functions, classes and comprehensions.")
                return SourceProblem(said.format(file=filename, count=MAX_SCOPES))
            # some mistakes ("'return' outside function") only show when the tree is compiled
            compile(tree, filename, "exec", dont_inherit=True)
    except SyntaxError as error:
        return SourceProblem(syntax_sentence(error, filename, content), error.lineno)
    except (RecursionError, MemoryError):
        return SourceProblem(_("{file} is nested too deeply for Python to read.").format(file=filename))
    except ValueError as error:  # a null byte, or bytes that are not text
        return SourceProblem(_("{file} cannot be read as Python text: {error}").format(file=filename, error=error))
    return tree


def lines_of(content: bytes) -> tuple[str, ...]:
    """The text of a module, line by line as Python counts them, without line ends."""
    try:
        encoding, _lines = tokenize.detect_encoding(io.BytesIO(content).readline)
        text = content.decode(encoding, "replace")
    except (UnicodeError, SyntaxError):  # a codec that cannot leave out what it does not know, or none at all
        text = content.decode("utf-8", "replace")
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n"))


def place(filename: str, line: int, origin: Origin | None = None) -> str:
    """A line of a file, or of a cell of a notebook, as reports name it."""
    if origin is not None:
        return _("{file}, {cell}, line {line}").format(file=filename, cell=origin.cell, line=origin.line)
    return _("{file}, line {line}").format(file=filename, line=line)


def syntax_sentence(error: SyntaxError, filename: str, content: bytes, cell: str | None = None) -> str:
    """Say what Python cannot read, with the line and a caret below the place.

    Args:
        error: what parsing the file, or the cell, raised.
        filename: what reports call the file.
        content: what was parsed.
        cell: the cell, in words, if it is one of a notebook.
    """
    said = (error.msg or "invalid syntax").strip()
    line = error.lineno or 1
    where = place(filename, line, Origin(cell, line) if cell is not None else None)
    sentence = _("Python cannot read {place}: {error}.").format(place=where, error=said.rstrip("."))
    if isinstance(error, IndentationError):
        return f"{sentence}\n{quote_indentation(error, lines_of(content))}"
    if not error.text:
        return sentence
    text = error.text.rstrip("\r\n")
    return f"{sentence}\n{quote_line(text, line, (error.offset or 1) - 1, (error.end_offset or 0) - 1)}"


def quote_line(line: str, number: int, start: int, end: int) -> str:
    """Return the line with its number, and carets below columns `start` to `end` (characters, from 0)."""
    text = line.lstrip()
    shift = len(line) - len(text)
    margin = f"  {number:>4} | "
    start = min(max(start - shift, 0), len(text))
    width = max(1, min(end - shift, len(text)) - start)
    before, under = len(margin) + _columns(text[:start]), _columns(text[start : start + width])
    return f"{margin}{text}\n{' ' * before}{'^' * max(1, under)}"


def _columns(text: str) -> int:
    """How wide a terminal shows this: Korean letters, for one, take two columns each."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


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
