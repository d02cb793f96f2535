"""The learner's own syntax tree as a witness: facts about how a module is written.

A witness never names a mistake alone. It decides between causes that give the same answers, offers numbers to try, and
where nothing is found it points at a line. All of these are functions from a tree to plain facts.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

_MOST_NUMBERS = 8  # of a module; each costs a replay


@dataclass(frozen=True)
class Suspicion:
    """A line that could be a slip.

    Attributes:
        kind: which one, as a word.
        line: where it is.
        text: the code in question, or the name.
    """

    kind: str
    line: int
    text: str


def numbers_in(tree: ast.Module) -> tuple[float, ...]:
    """The numbers that stand in a module, each once, in the order of the file."""
    found: dict[float, None] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=bool()):
                pass
            case ast.Constant(value=int() | float() as number):
                found.setdefault(number)
    return tuple(found)[:_MOST_NUMBERS]


def facts_of(tree: ast.Module) -> frozenset[str]:
    """What a module is made of: the names that it calls, reads and sets, its operators, and its suspicions.

    Arguments count by their place, for their names are the learner's choice.
    """
    found: set[str] = set()
    for function in tree.body:
        if isinstance(function, ast.FunctionDef):
            places = {argument.arg: str(place) for place, argument in enumerate(function.args.args)}
            found.update(_facts(_parts(function), places))
    return frozenset(found) | {one.kind for one in suspicions_of(tree)}


def _parts(function: ast.FunctionDef) -> list[ast.AST]:
    return list(ast.walk(function))


def _facts(parts: list[ast.AST], places: dict[str, str]) -> Iterator[str]:
    for node in parts:
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=of), attr=name)) if of in places:
                yield f"calls {name} of {places[of]}"
                yield f"calls {name}"
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=arguments):
                yield f"calls {name}"
                for one in _names_in(arguments):
                    if one in places:
                        yield f"calls {name} on {places[one]}"
            case ast.Attribute(attr=name, ctx=ast.Store()):
                yield f"sets {name}"
            case ast.Attribute(value=ast.Name(id=of), attr=name) if of in places:
                yield f"reads {name} of {places[of]}"
                yield f"reads {name}"
            case ast.Attribute(attr=name):
                yield f"reads {name}"
            case ast.BinOp(op=operator) | ast.AugAssign(op=operator):
                yield f"computes {type(operator).__name__}"
            case ast.keyword(arg=str(name)):
                yield f"gives {name}"
            case ast.Break() | ast.While() | ast.Global() | ast.Try():
                yield f"has {type(node).__name__}"


def _names_in(arguments: list[ast.expr]) -> Iterator[str]:
    """The names that are handed over themselves, alone or in a tuple."""
    for argument in arguments:
        match argument:
            case ast.Name(id=name):
                yield name
            case ast.Tuple(elts=items) | ast.List(elts=items):
                yield from (item.id for item in items if isinstance(item, ast.Name))


def suspicions_of(tree: ast.Module) -> tuple[Suspicion, ...]:
    """The lines of a module that look like a slip, in the order of the file."""
    found = []
    for function in tree.body:
        if isinstance(function, ast.FunctionDef):
            parts = _parts(function)
            found += [*_not_called(parts), *_returns_in_loops(parts), *_shortened_ranges(parts)]
            found += _arguments(function, parts)
    return tuple(sorted(found, key=lambda one: one.line))


def _not_called(parts: list[ast.AST]) -> Iterator[Suspicion]:
    """A statement that only names a method: its brackets are missing."""
    for node in parts:
        match node:
            case ast.Expr(value=ast.Attribute() as value):
                yield Suspicion("not called", node.lineno, ast.unparse(value))
            case ast.Call(args=arguments):
                for one in arguments:
                    if isinstance(one, ast.Attribute) and one.attr == "parameters":
                        yield Suspicion("not called", one.lineno, ast.unparse(one))


def _returns_in_loops(parts: list[ast.AST]) -> Iterator[Suspicion]:
    """A return that every pass of a loop reaches: the loop ends in its first pass."""
    for node in parts:
        match node:
            case ast.For(body=body) | ast.While(body=body):
                for statement in body:
                    if isinstance(statement, ast.Return):
                        yield Suspicion("return in a loop", statement.lineno, "return")


def _shortened_ranges(parts: list[ast.AST]) -> Iterator[Suspicion]:
    """`range(1, n)` has one number less than n."""
    for node in parts:
        match node:
            case ast.Call(func=ast.Name(id="range"), args=[ast.Constant(value=1), ast.Name()]):
                yield Suspicion("range from 1", node.lineno, ast.unparse(node))


def _arguments(function: ast.FunctionDef, parts: list[ast.AST]) -> Iterator[Suspicion]:
    """Arguments that are never read, and those that are overwritten before they are."""
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    read: dict[str, int] = {}
    written: dict[str, int] = {}
    for node in parts:
        match node:
            case ast.Name(id=name, ctx=ast.Load()) if name in names:
                read[name] = min(node.lineno, read.get(name, node.lineno))
            case ast.Name(id=name, ctx=ast.Store()) if name in names:
                written[name] = min(node.lineno, written.get(name, node.lineno))
    for name in names:
        if name in written and written[name] < read.get(name, written[name] + 1):
            yield Suspicion("argument overwritten", written[name], name)
        elif name not in read:
            yield Suspicion("argument not read", function.lineno, name)
