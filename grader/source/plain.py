"""Modules so plain that the text shows all they can do: nothing has to be looked at while they run, and nothing lasts.

Watching every call of torch makes a training loop take half as long again. Where each name in a module is either its
own or one of a few that compute and reach nothing else, what it uses can be read, and a look at it adds nothing. A list
of what is allowed errs on one side only: whatever is not on it is watched. Of such a module it can also be read whether
it could remember a call; one that could is none of these.
"""

import ast
from collections.abc import Sequence

from grader.source.lasting_state import has_lasting

# what tensors, lists and texts have, and torch itself
ATTRIBUTES = frozenset(
    (
        *("abs", "add", "add_", "addmm", "all", "allclose", "any", "append", "arange", "as_tensor"),
        *("autograd", "backward"),
        *("bool", "cat", "clamp", "clone", "copy", "copy_", "data", "detach", "detach_", "dim", "div", "div_", "dot"),
        *("double", "dtype", "einsum", "empty", "enable_grad", "exp", "expand", "expand_as", "fill_", "flatten"),
        *("float", "float16", "float32", "float64", "from_numpy", "full", "full_like", "grad", "half", "index"),
        *("insert", "int", "int64", "inv", "is_leaf", "isfinite", "isinf", "isnan", "item", "long", "manual_seed"),
        *("matmul", "max", "mean", "min", "mm", "mul", "mul_", "mv", "ndim", "new_zeros", "no_grad", "norm", "numel"),
        *("numpy", "ones", "ones_like", "outer", "pow", "rand", "randn", "repeat", "requires_grad", "requires_grad_"),
        *("reshape", "round", "set_grad_enabled", "shape", "sign", "size", "sqrt", "square", "squeeze", "stack"),
        *("std", "sub", "sub_", "sum", "T", "t", "Tensor", "tensor", "to", "tolist", "transpose", "unsqueeze", "var"),
        *("view", "zero_", "zeros", "zeros_like"),
    )
)
# Python's own that take no text as a program and give nothing away
BUILTINS = frozenset(
    (
        *("abs", "all", "any", "ArithmeticError", "AssertionError", "bool", "dict", "enumerate", "Exception"),
        *("False", "float", "IndexError", "int", "isinstance", "len", "list", "max", "min", "None"),
        *("NotImplementedError", "pow", "print", "range", "reversed", "round", "set", "sorted", "str", "sum", "True"),
        *("tuple", "TypeError", "ValueError", "ZeroDivisionError", "zip"),
    )
)
_MODULES = frozenset({"torch", "math"})
_TYPES = frozenset({"Any", "Callable", "Iterable", "Iterator", "List", "Optional", "Sequence", "Tuple", "Union"})
_NODES = (
    *(ast.Module, ast.FunctionDef, ast.Lambda, ast.arguments, ast.arg, ast.Return, ast.Pass, ast.Break, ast.Continue),
    *(ast.Assign, ast.AugAssign, ast.AnnAssign, ast.For, ast.While, ast.If, ast.With, ast.withitem, ast.Expr),
    *(ast.Assert, ast.Raise, ast.Delete, ast.Import, ast.ImportFrom, ast.alias, ast.BinOp, ast.UnaryOp, ast.BoolOp),
    *(ast.Compare, ast.IfExp, ast.Call, ast.keyword, ast.Attribute, ast.Name, ast.Constant, ast.JoinedStr),
    *(ast.FormattedValue, ast.Tuple, ast.List, ast.Dict, ast.Set, ast.ListComp, ast.GeneratorExp, ast.comprehension),
    *(ast.Subscript, ast.Slice, ast.Starred, ast.NamedExpr),
    *(ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop),
)


def is_plain(tree: ast.Module, asked: Sequence[str] = ()) -> bool:
    """Whether a module can reach no more than the names in it say, all of which are known, and remembers no call.

    Args:
        tree: the module.
        asked: the functions that are called.
    """
    own = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    own |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    own |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            own |= {alias.asname or alias.name for alias in node.names}
    known = own | BUILTINS
    if any(name.startswith("__") for name in own):
        return False
    is_known = all(isinstance(node, _NODES) and _is_known(node, known) for node in ast.walk(tree))
    return is_known and not has_lasting(tree, asked)


def what_to_watch(watched: tuple[str, ...], plain: bool) -> tuple[str, ...]:
    """The functions of torch to watch for while a module runs.

    Args:
        watched: those that the exercise wants to know of.
        plain: whether the module is plain; then those that no plain module can reach need no look.
    """
    return () if plain and ATTRIBUTES.isdisjoint(watched) else watched


def _is_known(node: ast.AST, known: set[str]) -> bool:
    match node:
        case ast.Name(id=name):
            return name in known
        case ast.Attribute(attr=name):
            return name in ATTRIBUTES
        case ast.Import(names=names):
            return all(alias.name in _MODULES for alias in names)
        case ast.ImportFrom(module="torch" | "math", level=0, names=names):
            return all(alias.name in ATTRIBUTES for alias in names)
        case ast.ImportFrom(module="typing" | "collections.abc", level=0, names=names):
            return all(alias.name in _TYPES for alias in names)
        case ast.ImportFrom(module=module, level=level):
            return level == 0 and module == "__future__"
        case ast.FunctionDef(decorator_list=decorators):
            return not decorators
    return True
