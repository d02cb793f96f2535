"""Whether anything that a module makes or changes outlasts a call, as far as its text shows.

Of a module where nothing does, a call's reply is the same wherever and whenever it is made. What is found is a reason
to save time, and nothing else rests on it, so all that is hard to follow counts as lasting.
"""

import ast
from collections.abc import Iterable, Iterator, Sequence

from grader.source.definitions import FunctionNode, defined_function, root_name, top_level_functions

_SCOPES = (ast.FunctionDef, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
_SCOPED = (ast.Global, ast.Nonlocal, ast.ClassDef, ast.Yield, ast.YieldFrom)
_DTYPES = frozenset({"bool", "double", "float", "float16", "float32", "float64", "half", "int", "int64", "long"})
_UNINITIALISED = "empty"  # memory that an earlier call may have used


def has_lasting(tree: ast.Module, asked: Sequence[str] = ()) -> bool:
    """Whether a later call could notice an earlier one, of a module whose names are all known.

    Args:
        tree: the module; no name in it reaches further than `grader.source.plain` allows.
        asked: the functions that are called.
    """
    functions = top_level_functions(tree)
    names, defined = {name for name, _function in functions}, [function for _name, function in functions]
    example = [one for one in tree.body if defined_function(one) is None and not _is_fixed(one)]
    if not all(map(_has_fixed_defaults, defined)) or _touches_settings(tree):
        return True
    if any(isinstance(node, _SCOPED) for node in ast.walk(tree)):
        return True
    imported = {name for node in ast.walk(tree) for name in _imported(node)}
    # what statements at the top level make, they make once: no function may use it, or be it
    made = _names(example, ast.Store)
    used = {name for function in defined for name in _free_names(function)} | {*names, *asked}
    if made & used or any(isinstance(node, _DEFINITIONS) for part in example for node in ast.walk(part)):
        return True
    parts = [(example, frozenset[str]()), *((_body(one), _locals_of(one)) for one in defined)]
    return any(_hands_on(body, imported, names - own) for body, own in parts)


def _is_fixed(statement: ast.stmt) -> bool:
    """Whether a statement makes at most a constant, or imports something."""
    match statement:
        case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name()], value=value):
            return _is_constant(value)
        case ast.AnnAssign(target=ast.Name(), annotation=annotation, value=value):
            return not _names([annotation], ast.Store) and (value is None or _is_constant(value))
    return False


def _is_constant(value: ast.expr) -> bool:
    match value:
        case ast.Constant():
            return True
        case ast.UnaryOp(operand=operand):
            return _is_constant(operand)
        case ast.BinOp(left=left, right=right):
            return _is_constant(left) and _is_constant(right)
        case ast.Tuple(elts=items):
            return all(map(_is_constant, items))
    return _is_dtype(value)


def _is_dtype(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(value=ast.Name(id="torch"), attr=name, ctx=ast.Load()):
            return name in _DTYPES
    return False


def _has_fixed_defaults(function: FunctionNode) -> bool:
    arguments = function.args
    defaults = [one for one in (*arguments.defaults, *arguments.kw_defaults) if one is not None]
    signature: list[ast.AST] = [arguments]
    if isinstance(function, ast.FunctionDef) and function.returns is not None:
        signature.append(function.returns)
    return all(map(_is_constant, defaults)) and not _names(signature, ast.Store)


def _touches_settings(tree: ast.Module) -> bool:
    """Whether torch's settings are changed, or memory is looked at that nobody has written to."""
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names |= {alias.name for alias in node.names}
    return _UNINITIALISED in names or any(name.startswith("set_") for name in names)


def _hands_on(body: Sequence[ast.AST], imported: set[str], functions: set[str]) -> bool:
    """Whether a module or a function is anything but called here: under another name, it could be given attributes."""
    allowed: set[int] = set()
    for node in _walk(body):
        match node:
            case ast.Call(func=ast.Name() as name):
                allowed.add(id(name))
            case ast.Call(func=ast.Attribute() as attribute):
                root = root_name(attribute)
                if root is not None and root.id in imported:
                    allowed.add(id(root))
            case ast.Attribute(value=name) if _is_dtype(node):
                allowed.add(id(name))
            case ast.AnnAssign(annotation=ast.expr() as hint) | ast.arg(annotation=ast.expr() as hint):
                if not _names([hint], ast.Store):
                    allowed |= set(map(id, ast.walk(hint)))
    names = (node for node in _walk(body) if isinstance(node, ast.Name) and node.id in imported | functions)
    return any(id(name) not in allowed for name in names)


def _body(function: FunctionNode) -> Sequence[ast.AST]:
    return function.body if isinstance(function, ast.FunctionDef) else [function.body]


def _free_names(function: FunctionNode) -> set[str]:
    return _names(_body(function), ast.Load) - _locals_of(function)


def _locals_of(function: FunctionNode) -> frozenset[str]:
    """The names that are surely a function's own: its arguments, and what it gives a value in its own scope."""
    arguments = function.args
    given = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg)
    stored = _names(_own_nodes(_body(function)), ast.Store, deep=False)
    return frozenset({one.arg for one in given if one is not None} | stored)


def _own_nodes(parts: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """The nodes in these parts without those in scopes of their own."""
    for part in parts:
        if not isinstance(part, _SCOPES):
            yield part
            yield from _own_nodes(ast.iter_child_nodes(part))


def _names(parts: Iterable[ast.AST], context: type[ast.expr_context], deep: bool = True) -> set[str]:
    nodes = _walk(parts) if deep else parts
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, context)}


def _walk(parts: Iterable[ast.AST]) -> Iterator[ast.AST]:
    return (node for part in parts for node in ast.walk(part))


def _imported(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
    return set()
