"""A learner's module as the judge sees it: bytes and a syntax tree, never imported."""

import ast
import io
import tokenize
import unicodedata
import warnings
from dataclasses import dataclass
from functools import cached_property

from grader.messages import _


@dataclass(frozen=True)
class SourceProblem:
    """Why nothing of a file can be judged, in words for the learner."""

    message: str


@dataclass(frozen=True)
class Source:
    """One module that parses.

    Attributes:
        name: the exercise's stem.
        filename: what reports call the file.
        content: the bytes as they are.
    """

    name: str
    filename: str
    content: bytes
    tree: ast.Module

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text, line by line, without line ends; the first line is at index 0."""
        encoding, _lines = tokenize.detect_encoding(io.BytesIO(self.content).readline)
        return tuple(self.content.decode(encoding, "replace").splitlines())

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
        return not all(_is_placeholder(statement) for statement in function.body)


def _is_placeholder(statement: ast.stmt) -> bool:
    match statement:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Raise(exc=ast.Name(id="NotImplementedError") | ast.Call(func=ast.Name(id="NotImplementedError"))):
            return True
    return False


def parse(name: str, content: bytes, filename: str | None = None) -> Source | SourceProblem:
    """Parse one module; every way in which that can fail is a SourceProblem that shows the line."""
    filename = filename or f"{name}.py"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "invalid escape sequence" and the like are not ours to report
            tree = ast.parse(content, filename)
            # some mistakes ("'return' outside function") only show when the tree is compiled
            compile(tree, filename, "exec", dont_inherit=True)
    except SyntaxError as error:
        return SourceProblem(_syntax_sentence(error, filename))
    except (RecursionError, MemoryError):
        return SourceProblem(_("{file} is nested too deeply for Python to read.").format(file=filename))
    except ValueError as error:  # a null byte, or bytes that are not text
        return SourceProblem(_("{file} cannot be read as Python text: {error}").format(file=filename, error=error))
    return Source(name, filename, content, tree)


def _syntax_sentence(error: SyntaxError, filename: str) -> str:
    said = (error.msg or "invalid syntax").strip()
    sentence = _("Python cannot read {file}, line {line}: {error}.").format(
        file=filename, line=error.lineno or 1, error=said.rstrip(".")
    )
    if not error.text:
        return sentence
    line = error.text.rstrip("\r\n")
    return f"{sentence}\n{quote_line(line, error.lineno or 1, (error.offset or 1) - 1, (error.end_offset or 0) - 1)}"


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
    encoded = line.encode()
    if not 0 <= column < end_column <= len(encoded):
        return quote_line(line, number, len(line) - len(line.lstrip()), len(line))
    return quote_line(
        line,
        number,
        len(encoded[:column].decode("utf-8", "ignore")),
        len(encoded[:end_column].decode("utf-8", "ignore")),
    )
