"""Slips of beginners that can be seen in the code itself: facts about a syntax tree, without a guess at their effect.

A module is right or wrong by its answers. What is found here is only mentioned for work that has failed.
"""

import ast
import difflib
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from grader.source.definitions import root_name
from grader.source.facts import Misplaced, Slip

# methods of tensors that return a new one and change nothing
_MAKE_NEW = frozenset(
    {
        *("float", "long", "reshape", "view", "t", "squeeze", "unsqueeze", "transpose"),
        *("detach", "clone", "add", "sub", "mul", "div", "pow", "square", "sum", "mean", "matmul"),
    }
)
# names of models, which have some of these methods too and change in place
_OF_MODELS = frozenset({"model", "layer", "linear", "net", "network", "self"})
# methods that are called for what they do, on a line of their own
_DO_SOMETHING = frozenset(
    {
        *("backward", "step", "zero_grad", "zero_", "requires_grad_", "detach_", "append", "clear", "copy_", "add_"),
        *("sub_", "mul_", "div_", "item", "manual_seed"),
    }
)
# what is called on a tensor, a model or an optimizer for what it gives
_GIVE_SOMETHING = frozenset(
    {
        *("mean", "sum", "item", "detach", "clone", "square", "abs", "sqrt", "numel", "squeeze", "unsqueeze"),
        *("flatten", "tolist", "numpy", "parameters", "transpose", "reshape", "view", "t", "float", "size", "dim"),
        *("backward", "step", "zero_grad", "zero_", "requires_grad_"),
    }
)
# what has functions of these names, which may be handed over, or dtypes
_NAMESPACES = frozenset({"torch", "np", "numpy", "nn", "F", "math", "self", "cls", "statistics", "operator"})
# what is set on tensors and layers, and what it is taken for; setting a name that they do not have changes nothing else
_ATTRIBUTES = ("weight", "bias", "grad", "requires_grad", "data")
_OTHER_NAMES = {
    "gradient": "grad",
    "gradients": "grad",
    "w": "weight",
    "b": "bias",
    "require_gradient": "requires_grad",
}
_MOST = 20  # slips of one function
_LONGEST = 60  # characters of code that a sentence quotes


def slips_of(function: ast.FunctionDef, tree: ast.Module) -> tuple[Slip, ...]:
    """The slips in the body of a module's function, the most telling kinds first."""
    in_order = (slip for node in own_nodes(function) for slip in _slip_of(node))
    first = (
        _stub_left(function),
        _not_called(function),
        _new_attributes(function),
        _replaced_arguments(function),
        _no_return(function),
        _no_backward(function, tree),
    )
    # each one quotes its code, which may be long
    return tuple(islice(chain(*first, in_order), _MOST))


def is_placeholder(function: ast.stmt) -> bool:
    """Whether the body is no more than a docstring, `pass`, `...` or `raise NotImplementedError`."""
    return isinstance(function, ast.FunctionDef) and all(map(_is_placeholder, function.body))


def _is_placeholder(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Pass) or _is_constant(statement) or is_stub_line(statement)


def is_stub_line(statement: ast.stmt) -> bool:
    """Whether this is `raise NotImplementedError`, with or without a text."""
    match statement:
        case ast.Raise(exc=ast.Name(id="NotImplementedError") | ast.Call(func=ast.Name(id="NotImplementedError"))):
            return True
    return False


def own_nodes(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """Every node of a function's body in the order of the file, without the bodies of functions inside it."""
    waiting: list[ast.AST] = list(reversed(function.body))
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            waiting += reversed(list(ast.iter_child_nodes(node)))


def _stub_left(function: ast.FunctionDef) -> Iterator[Slip]:
    if not is_placeholder(function):
        yield from (Slip("stub_left", node.lineno) for node in function.body if is_stub_line(node))


def _is_constant(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _replaced_arguments(function: ast.FunctionDef) -> Iterator[Slip]:
    unread = {arg.arg for arg in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)}
    for statement in function.body:
        names = [node for node in ast.walk(statement) if isinstance(node, ast.Name)]
        unread -= {name.id for name in names if isinstance(name.ctx, ast.Load)}
        if isinstance(statement, ast.AugAssign):  # reads what it changes
            unread -= {name.id for name in names}
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            yield from (Slip("argument_replaced", statement.lineno, name.id) for name in names if name.id in unread)
        unread -= {name.id for name in names}


def _no_return(function: ast.FunctionDef) -> Iterator[Slip]:
    if not any((isinstance(node, ast.Return) and node.value) or _yields(node) for node in own_nodes(function)):
        yield Slip("no_return", function.lineno)


def _no_backward(function: ast.FunctionDef, tree: ast.Module) -> Iterator[Slip]:
    reads = [node for node in own_nodes(function) if isinstance(node, ast.Attribute) and node.attr == "grad"]
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    called = {call.attr for call in calls if isinstance(call, ast.Attribute)} | {
        call.id for call in calls if isinstance(call, ast.Name)
    }
    if reads and not called & {"backward", "grad"}:
        yield Slip("no_backward", reads[0].lineno)


def _not_called(function: ast.FunctionDef) -> Iterator[Slip]:
    nodes = [*own_nodes(function)]
    called = {id(node.func) for node in nodes if isinstance(node, ast.Call)}
    alone = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        match node:
            case ast.Attribute(ctx=ast.Load(), attr=method) if id(node) not in called and (
                (id(node) in alone and method in _DO_SOMETHING)
                or (method in _GIVE_SOMETHING and not _is_namespace(node.value))
            ):
                yield Slip("not_called", node.lineno, _quoted(node))


def _new_attributes(function: ast.FunctionDef) -> Iterator[Slip]:
    for node in own_nodes(function):
        match node:
            case ast.Attribute(ctx=ast.Store(), value=ast.Name(id=receiver), attr=name) if (
                receiver not in _NAMESPACES and name not in _ATTRIBUTES
            ):
                near = difflib.get_close_matches(name.lower(), _ATTRIBUTES, 1, 0.8)
                meant = _OTHER_NAMES.get(name, near[0] if near and near[0][0] == name[0].lower() else "")
                if meant:
                    yield Slip("new_attribute", node.lineno, f"{receiver}.{name}", f"{receiver}.{meant}")


def _is_namespace(node: ast.expr) -> bool:
    """Whether this is a module, or part of one: what belongs to it may be handed over without being called."""
    root = root_name(node)
    return root is not None and root.id in _NAMESPACES


def _yields(node: ast.AST) -> bool:
    return isinstance(node, ast.Yield | ast.YieldFrom)


def _slip_of(node: ast.AST) -> Iterator[Slip]:
    match node:
        case ast.For() | ast.While():
            yield from _slips_of_loop(node)
        case ast.Expr(value=ast.Compare() as value):
            yield Slip("compared", node.lineno, _quoted(value))
        case ast.Expr(value=ast.BinOp() as value):
            yield Slip("not_kept", node.lineno, _quoted(value))
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=receiver, attr=method)) as value) if (
            method in _MAKE_NEW and not (isinstance(receiver, ast.Name) and receiver.id in _OF_MODELS)
        ):
            yield Slip("not_kept", node.lineno, _quoted(value))
        case ast.BinOp(op=ast.BitXor()):
            yield Slip("xor", node.lineno, _quoted(node))


def _slips_of_loop(loop: ast.For | ast.While) -> Iterator[Slip]:
    if isinstance(loop, ast.While):
        yield Slip("while", loop.lineno, _quoted(loop.test))
    at = next((number for number, one in enumerate(loop.body) if isinstance(one, ast.Return)), None)
    if at is not None and not any(map(_skips, loop.body[:at])):
        yield Slip("return_in_loop", loop.body[at].lineno)


def _skips(statement: ast.stmt) -> bool:
    """Whether a statement may go on to the loop's next round."""
    return any(isinstance(node, ast.Continue) for node in ast.walk(statement))


def _quoted(node: ast.expr) -> str:
    try:
        text = " ".join(ast.unparse(node).split())
    except RecursionError:  # nested deeper than anybody writes
        return "…"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


# ---- of a whole module ----


def has_no_code(tree: ast.Module) -> bool:
    """Whether a module has no statements other than strings."""
    return all(map(_is_constant, tree.body))


def misplaced(tree: ast.Module, asked: Iterable[str]) -> Iterator[Misplaced]:
    """Definitions that do not count though they bear the name of a function that is asked for."""
    for name in asked:
        found = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name]
        work = [node.lineno for node in found if not is_placeholder(node)]
        if work and is_placeholder(found[-1]):
            yield Misplaced(name, work[-1], stub=found[-1].lineno)
        elif not found:
            yield from _inside(tree, name)


def _inside(tree: ast.Module, name: str) -> Iterator[Misplaced]:
    for outer in tree.body:
        if isinstance(outer, ast.FunctionDef | ast.ClassDef):
            inner = (node for node in ast.walk(outer) if isinstance(node, ast.FunctionDef) and node.name == name)
            for node in islice(inner, 1):
                yield Misplaced(name, node.lineno, outer=outer.name)
