"""What the cells of a notebook define: each top-level statement, the names that it binds, and the names that it needs.

Nothing is run. Only imports, functions, classes and assignments count as definitions; a loop, a call or a print is
somebody trying something out.
"""

import ast
import re
import symtable
from collections.abc import Iterator
from dataclasses import dataclass

from grader.reader.notebook.cells import Cell
from grader.reader.notebook.magics import without_magics
from grader.source.facts import Unparsed
from grader.source.parsing import parse_text
from grader.source.place import Origins
from grader.source.slips import is_placeholder

# of one line, from its beginning; no part can match what the part before it matches, so a match takes linear time
_DEFINES = re.compile(r"(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)|(\w+)[ \t]*(?::[^=]*)?=(?!=)")
_COMPREHENSIONS = ("listcomp", "setcomp", "dictcomp", "genexpr")


@dataclass(frozen=True)
class Statement:
    """A definition at the top level of a cell.

    Attributes:
        cell: where it is.
        order: its number in the notebook.
        node: its syntax tree, with the cell's line numbers.
        text: its lines.
        line: the number of the first of them in the cell.
        binds: the names that it gives a value.
        needs_now: names that must have a value before it runs.
        needs_later: names that the functions in it look up when they are called.
        partial: whether it may leave a name as it was, or change the object that it stands for: `x += 1`, `x[0] = 1`,
            `if`.
    """

    cell: Cell
    order: int
    node: ast.stmt
    text: tuple[str, ...]
    line: int
    binds: frozenset[str]
    needs_now: frozenset[str]
    needs_later: frozenset[str]
    partial: bool

    @property
    def origins(self) -> Origins:
        """Where its lines come from."""
        return Origins(self.cell.label, self.line, len(self.text))

    @property
    def is_star_import(self) -> bool:
        """Whether it is `from module import *`, which may bind anything."""
        return isinstance(self.node, ast.ImportFrom) and self.node.names[0].name == "*"

    @property
    def is_future(self) -> bool:
        """Whether it is `from __future__ import …`, which must come first in a module."""
        return isinstance(self.node, ast.ImportFrom) and self.node.module == "__future__"

    def may_be_function(self, name: str) -> bool:
        """Whether what this binds to `name` may be callable: not a number, nor a result kept under that name."""
        if name not in self.binds:
            return False
        match self.node:
            case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
                # `predict = predict(X)` keeps a result; a decorator that is called by hand looks different
                called = value.func if isinstance(value, ast.Call) else None
                called_itself = isinstance(called, ast.Name) and called.id == name
                return isinstance(value, ast.Lambda | ast.Name | ast.Attribute | ast.Call) and not called_itself
            case ast.AugAssign() | ast.AnnAssign():
                return False
        return True

    def is_attempted(self, name: str) -> bool:
        """Whether what this binds to `name` is more than a stub."""
        own = isinstance(self.node, ast.FunctionDef) and self.node.name == name
        return not (own and is_placeholder(self.node))


def signature(node: ast.stmt) -> ast.arguments | None:
    """The parameters of a function, or of a lambda that is kept under a name; None for anything else."""
    value = node.value if isinstance(node, ast.Assign) else node
    return value.args if isinstance(value, ast.FunctionDef | ast.Lambda) else None


@dataclass(frozen=True)
class Unreadable:
    """A cell that Python cannot read.

    Attributes:
        cell: which.
        problem: why.
        mentions: the names that it seems to define.
    """

    cell: Cell
    problem: Unparsed
    mentions: frozenset[str]


def read_definitions(cells: tuple[Cell, ...]) -> tuple[list[Statement], list[Unreadable]]:
    """Return the definitions in the cells, in order, and the cells that Python cannot read."""
    found: list[Statement] = []
    unreadable: list[Unreadable] = []
    for cell in cells:
        parsed = _parse(cell)
        if isinstance(parsed, Unreadable):
            unreadable.append(parsed)
            continue
        text, tree = parsed
        for node, lines, first in _statements(text, tree):
            statement = _statement(cell, len(found), node, lines, first)
            if statement is not None:
                found.append(statement)
    return found, unreadable


def _parse(cell: Cell) -> tuple[str, ast.Module] | Unreadable:
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT  # a cell may `await`
    tree = parse_text(cell.text, flags)
    if isinstance(tree, ast.Module):
        return cell.text, tree
    text = without_magics(cell.text)
    tree = parse_text(text, flags)
    if isinstance(tree, ast.Module):
        return text, tree
    return Unreadable(cell, tree, frozenset(_mentions(text)))


def _mentions(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        found = _DEFINES.match(line)
        if found is not None:
            yield found[1] or found[2]


def _statements(text: str, tree: ast.Module) -> Iterator[tuple[ast.stmt, tuple[str, ...], int]]:
    """Each top-level statement with its own lines, decorators included, and the number of the first."""
    lines = text.split("\n")
    for node in tree.body:
        decorators: list[ast.expr] = getattr(node, "decorator_list", [])
        first = min([node.lineno, *(one.lineno for one in decorators)])
        last = node.end_lineno or node.lineno
        own = lines[first - 1 : last]
        # columns count UTF-8 bytes; other statements of the line, as in `import torch; torch.manual_seed(0)`, are cut
        own[-1] = own[-1].encode()[: node.end_col_offset].decode()
        if not decorators:
            own[0] = own[0].encode()[node.col_offset :].decode()
        yield node, tuple(own), first


def _statement(cell: Cell, order: int, node: ast.stmt, text: tuple[str, ...], line: int) -> Statement | None:
    if not isinstance(
        node,
        ast.Import
        | ast.ImportFrom
        | ast.FunctionDef
        | ast.AsyncFunctionDef
        | ast.ClassDef
        | ast.Assign
        | ast.AnnAssign
        | ast.AugAssign
        | ast.If
        | ast.Try,
    ):
        return None
    if cell.role in ("example", "check", "setup") and isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        return None  # variables of a cell that came with the notebook: no exercise may depend on them
    try:
        table = symtable.symtable("\n".join(text), "cell", "exec")
        below = set(_globals_below(table))
    except (SyntaxError, RecursionError):  # a top-level `await`, or a thousand lambdas: somebody trying something out
        return None
    symbols = table.get_symbols()
    binds = {s.get_name() for s in symbols if s.is_assigned() or s.is_imported() or s.is_namespace()}
    changed = _changed(node)
    return Statement(
        cell,
        order,
        node,
        text,
        line,
        frozenset(binds | changed),
        frozenset({s.get_name() for s in symbols if s.is_referenced()} | {name for name, now in below if now}),
        frozenset({name for name, now in below if not now}),
        partial=bool(changed) or isinstance(node, ast.AugAssign | ast.If | ast.Try),
    )


def _changed(node: ast.stmt) -> set[str]:
    """The names of what `TABLE[0] = 1` and `Model.size = 2` change."""
    targets: list[ast.expr] = []
    match node:
        case ast.Assign(targets=several):
            targets = list(several)
        case ast.AugAssign(target=one) | ast.AnnAssign(target=one):
            targets = [one]
    found = set()
    for target in targets:
        inside = target
        while isinstance(inside, ast.Attribute | ast.Subscript):
            inside = inside.value
        if inside is not target and isinstance(inside, ast.Name):
            found.add(inside.id)
    return found


def _globals_below(table: symtable.SymbolTable, now: bool = True) -> Iterator[tuple[str, bool]]:
    """The global names that inner scopes look up, and whether they do so as soon as the statement runs."""
    for child in table.get_children():
        at_once = now and (child.get_type() == "class" or child.get_name() in _COMPREHENSIONS)
        yield from ((symbol.get_name(), at_once) for symbol in child.get_symbols() if symbol.is_global())
        yield from _globals_below(child, at_once)
