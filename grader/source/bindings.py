"""All the ways in which Python code gives another name to something."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Binding:
    """A name, and the expressions that it may stand for."""

    name: str
    values: tuple[ast.expr, ...]


def bindings_of(tree: ast.Module) -> Iterator[Binding]:
    """Every binding in a module, but for imports, functions and classes, which have names of their own."""
    parameters = _parameters(tree)
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from _assigned(target, value)
            case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.NamedExpr(target=target, value=value):
                yield from _assigned(target, value)
            case ast.For(target=target, iter=value) | ast.AsyncFor(target=target, iter=value):
                yield from _any_of(target, value)
            case ast.comprehension(target=target, iter=value):
                yield from _any_of(target, value)
            case ast.withitem(context_expr=value, optional_vars=ast.expr() as target):
                yield from _any_of(target, value)
            case ast.Match(subject=subject, cases=cases):
                for name in (name for case in cases for name in captures(case.pattern)):
                    yield Binding(name, tuple(_inside(subject)))
            case ast.Try(body=body, handlers=handlers):
                raised = tuple(one for statement in body for one in _raised(statement))
                yield from (Binding(handler.name, raised) for handler in handlers if handler.name)
            case ast.arguments():
                yield from _defaults(node)
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=keywords) if name in parameters:
                for parameter, value in zip(parameters[name], arguments, strict=False):
                    yield Binding(parameter, (value,))
                yield from (Binding(one.arg, (one.value,)) for one in keywords if one.arg)


def _assigned(target: ast.expr, value: ast.expr) -> Iterator[Binding]:
    match target, value:
        case ast.Name(id=name), _:
            yield Binding(name, (value,))
        case ((ast.Tuple(elts=names) | ast.List(elts=names)), (ast.Tuple(elts=values) | ast.List(elts=values))):
            if len(names) == len(values) and not any(isinstance(one, ast.Starred) for one in (*names, *values)):
                for one, inner in zip(names, values, strict=True):
                    if isinstance(one, ast.Name):
                        yield Binding(one.id, (inner,))
            else:
                yield from _any_of(target, value)
        case ((ast.Tuple() | ast.List()), _):
            yield from _any_of(target, value)


def _any_of(target: ast.expr, value: ast.expr) -> Iterator[Binding]:
    """Each name in the target may stand for anything that the value contains."""
    values = tuple(_inside(value))
    yield from (Binding(node.id, values) for node in ast.walk(target) if isinstance(node, ast.Name))


def _inside(value: ast.expr) -> Iterator[ast.expr]:
    """The names that an expression passes on: itself, or the items of a list, a tuple or a call."""
    waiting: list[ast.expr] = [value]
    while waiting:
        node = waiting.pop()
        match node:
            case ast.Name() | ast.Attribute():
                yield node
            case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
                waiting += items
            case ast.Dict(keys=keys, values=values):
                waiting += [key for key in (*keys, *values) if key is not None]
            case ast.Call(args=arguments, keywords=keywords):
                waiting += [*arguments, *(keyword.value for keyword in keywords)]
            case ast.Starred(value=inner) | ast.Subscript(value=inner) | ast.NamedExpr(value=inner):
                waiting.append(inner)
            case ast.IfExp(body=one, orelse=other):
                waiting += [one, other]
            case ast.BoolOp(values=values):
                waiting += values


def _raised(statement: ast.stmt) -> Iterator[ast.expr]:
    for node in ast.walk(statement):
        if isinstance(node, ast.Raise) and node.exc is not None:
            yield from _inside(node.exc)


def _parameters(tree: ast.Module) -> dict[str, tuple[str, ...]]:
    """The positional parameters of each function in the file, by its name."""
    found: dict[str, tuple[str, ...]] = {}
    for node in ast.walk(tree):
        match node:
            case (
                ast.FunctionDef(name=name, args=arguments)
                | ast.Assign(targets=[ast.Name(id=name)], value=ast.Lambda(args=arguments))
            ):
                found[name] = tuple(one.arg for one in (*arguments.posonlyargs, *arguments.args))
    return found


def _defaults(arguments: ast.arguments) -> Iterator[Binding]:
    listed = [*arguments.posonlyargs, *arguments.args]
    pairs = [
        *zip(listed[len(listed) - len(arguments.defaults) :], arguments.defaults, strict=True),
        *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
    ]
    yield from (Binding(parameter.arg, (value,)) for parameter, value in pairs if value is not None)


def captures(pattern: ast.pattern) -> list[str]:
    """The names that a pattern of a `match` binds."""
    names = [getattr(node, "name", None) or getattr(node, "rest", None) for node in ast.walk(pattern)]
    return [name for name in names if isinstance(name, str)]
