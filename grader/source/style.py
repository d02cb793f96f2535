"""How a module is written: names that it calls, reads and sets, operators, numbers; facts about a syntax tree.

They prove nothing. A diagnosis rests on answers; these decide between causes that give the same answers, say where to
look first, and offer numbers to try.
"""

import ast
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeGuard

_MOST_NUMBERS = 8  # of a module; each costs a replay
_LARGEST = 1e9
_MOST_FACTS = 300
_LONGEST = 60  # characters of a fact


def numbers_in(tree: ast.Module) -> tuple[float, ...]:
    """The number literals in a module, each once, in the order of the file."""
    found: dict[float, None] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=bool()):
                pass
            case ast.Constant(value=int() | float() as number) if abs(number) < _LARGEST:
                found.setdefault(number)
    return tuple(found)[:_MOST_NUMBERS]


def style_of(tree: ast.Module) -> tuple[str, ...]:
    """What a module's functions are made of, each fact once, in words.

    Arguments count by their place, for their names are the learner's choice.
    """
    found: dict[str, None] = {}
    for function in tree.body:
        if isinstance(function, ast.FunctionDef):
            places = {argument.arg: str(place) for place, argument in enumerate(function.args.args)}
            found |= dict.fromkeys(_facts(function, places))
    return tuple(fact[:_LONGEST] for fact in islice(found, _MOST_FACTS))


def words_of(style: Iterable[str]) -> frozenset[str]:
    """The facts themselves, and what they are about: names, and kinds of statements and operators."""
    return frozenset(style) | {fact.split()[1] for fact in style}


def _facts(function: ast.FunctionDef, places: dict[str, str]) -> Iterator[str]:
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=of), attr=name)) if of in places:
                yield f"calls {name} of {places[of]}"
                yield f"calls {name}"
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=arguments):
                yield f"calls {name}"
                for one in _names_in(arguments):
                    if one in places:
                        yield f"calls {name} on {places[one]}"
            case ast.Name(id=name, ctx=ast.Store()) if name in places:
                yield f"assigns {places[name]}"
            case ast.Attribute(attr=name, ctx=ast.Store()):
                yield f"sets {name}"
            case ast.Attribute(value=ast.Name(id=of), attr=name) if of in places:
                yield f"reads {name} of {places[of]}"
                yield f"reads {name}"
            case ast.Attribute(attr=name):
                yield f"reads {name}"
            case ast.BinOp(op=ast.Pow(), right=ast.Constant(value=0.5)):
                yield "computes Root"
            case ast.BinOp(op=operator) | ast.AugAssign(op=operator):
                yield f"computes {type(operator).__name__}"
            case ast.keyword(arg=str(name)):
                yield f"gives {name}"
            case ast.Dict(keys=keys):  # as an optimizer's groups are given
                yield from (f"gives {key.value!s}" for key in keys if _is_name(key))
            case ast.Break() | ast.While() | ast.Global() | ast.Try() | ast.Slice() | ast.Lambda():
                yield f"has {type(node).__name__}"


def _is_name(key: ast.expr | None) -> TypeGuard[ast.Constant]:
    return isinstance(key, ast.Constant) and isinstance(key.value, str) and key.value.isidentifier()


def _names_in(arguments: list[ast.expr]) -> Iterator[str]:
    """The names that are passed as they are, alone or in a tuple."""
    for argument in arguments:
        match argument:
            case ast.Name(id=name):
                yield name
            case ast.Tuple(elts=items) | ast.List(elts=items):
                yield from (item.id for item in items if isinstance(item, ast.Name))
