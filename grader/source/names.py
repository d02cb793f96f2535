"""What the functions of a module use: names followed through its syntax tree, as a reader does it.

Nothing is run, so names are followed: from a function through the helpers, classes and constants of the same file that
it mentions, with every import and alias resolved to the dotted name it stands for.
"""

import ast
import builtins
from collections.abc import Iterator

from grader.source.facts import Use

_BACKWARD = "backward"
# Who writes to be followed gives a name one meaning or two, and calls things by names of a few parts. Beyond that,
# following would take time and memory without end
_MOST_MEANINGS = 64
_MOST_PARTS = 24
_MOST_USES = 1_000  # of one function


def defines_own_backward(tree: ast.Module) -> bool:
    """Whether `.backward` may be the learner's own: the file defines one, and asks no tensor to record for torch's."""
    return _defines(tree, _BACKWARD) and not _asks_to_record(tree)


def _defines(tree: ast.Module, name: str) -> bool:
    return any(isinstance(node, ast.FunctionDef) and node.name == name for node in ast.walk(tree))


def _asks_to_record(tree: ast.Module) -> bool:
    for node in ast.walk(tree):
        match node:
            case ast.keyword(arg="requires_grad", value=value) if not _is_false(value):
                return True
            case ast.Attribute(attr="requires_grad_") | ast.Attribute(attr="requires_grad", ctx=ast.Store()):
                return True
    return False


def _is_false(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def in_file_order(use: Use) -> tuple[int, int, int]:
    """What uses are sorted by: their place, and at one place the longest name."""
    return use.line, use.column, -len(use.name)


class Scope:
    """The names that a module binds, anywhere in it: what they stand for, and the code that defines them."""

    def __init__(self, tree: ast.Module) -> None:
        self._aliases: dict[str, set[str]] = {}  # name -> dotted names it may stand for
        self._vague: set[str] = set()  # names that may stand for too much
        self._definitions: dict[str, list[ast.AST]] = {}
        self._stars: set[str] = set()
        self._bound = set(dir(builtins))
        for node in ast.walk(tree):
            self._read_import(node)
            match node:
                case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.ClassDef(name=name):
                    self._bound.add(name)
                case ast.FunctionDef(name=name) | ast.ExceptHandler(name=str(name)):
                    self._bound.add(name)
        for node in tree.body:
            self._read_definition(node)
        # twice: `n = torch.nn` may come before or after `L = n.Linear`
        assignments = [node for node in ast.walk(tree) if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr)]
        for _round in range(2):
            for node in assignments:
                self._read_alias(node)

    def _read_import(self, node: ast.AST) -> None:
        match node:
            case ast.Import(names):
                for item in names:
                    # `import torch.nn` binds torch; `import torch.nn as x` binds torch.nn
                    bound = item.asname or item.name.partition(".")[0]
                    self._learn(bound, {item.name if item.asname else bound})
            case ast.ImportFrom(module=str(module), names=names):
                for item in names:
                    if item.name == "*":
                        self._stars.add(module)
                    else:
                        self._learn(item.asname or item.name, {f"{module}.{item.name}"})

    def _learn(self, name: str, meanings: set[str]) -> None:
        known = self._aliases.setdefault(name, set())
        known |= meanings
        if len(known) > _MOST_MEANINGS:
            self._vague.add(name)
            known.clear()

    def _read_definition(self, node: ast.stmt) -> None:
        for inner in ast.walk(node) if isinstance(node, ast.If | ast.Try | ast.With | ast.For | ast.While) else [node]:
            match inner:
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                    self._definitions.setdefault(name, []).append(inner)
                case ast.Assign() | ast.AnnAssign() | ast.AugAssign():
                    targets = inner.targets if isinstance(inner, ast.Assign) else [inner.target]
                    for target in targets:
                        for name in _names(target):
                            self._definitions.setdefault(name, []).append(inner)

    def _read_alias(self, node: ast.Assign | ast.AnnAssign | ast.NamedExpr) -> None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if node.value is None:
            return
        for target in targets:
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=False))
            for name, value in pairs:
                if isinstance(name, ast.Name):
                    self._learn(name.id, self.resolve(value))

    def reachable(self, functions: tuple[str, ...]) -> list[ast.AST]:
        """The code of `functions` and of every module-level name that it mentions, directly or not."""
        nodes: dict[ast.AST, None] = {}  # once each: one assignment may define a thousand names
        waiting, seen = list(functions), set(functions)
        while waiting:
            for node in self._definitions.get(waiting.pop(), []):
                if node not in nodes:
                    nodes[node] = None
                    mentioned = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)} - seen
                    seen |= mentioned
                    waiting += mentioned
        return list(nodes)

    def uses_of(self, function: str) -> tuple[Use, ...]:
        """The dotted names that a function can reach, each at its first place, in file order."""
        found = {use for node in self.reachable((function,)) for use in self.uses_in(node)}
        first: dict[str, Use] = {}
        for use in sorted(found, key=in_file_order):
            first.setdefault(use.name, use)
        uses = list(first.values())
        if len(uses) > _MOST_USES:
            uses[_MOST_USES:] = [Use(function, uses[0].line, uses[0].column, uses[0].end_column, is_vague=True)]
        return tuple(uses)

    def uses_in(self, node: ast.AST) -> Iterator[Use]:
        """Every dotted name that is read, called or decorated with in this code."""
        for inner in _walk_without_annotations(node):
            if not isinstance(inner, ast.Attribute | ast.Name | ast.Call | ast.Subscript):
                continue
            if isinstance(inner, ast.Name | ast.Attribute) and not isinstance(inner.ctx, ast.Load):
                continue
            if isinstance(inner, ast.Name) and self._is_vague(inner.id):
                yield Use(inner.id, inner.lineno, inner.col_offset, inner.end_col_offset or -1, is_vague=True)
            for name in self.resolve(inner):
                yield Use(name, inner.lineno, inner.col_offset, inner.end_col_offset or -1)
            if isinstance(inner, ast.Attribute) and inner.attr == _BACKWARD:
                yield Use(f"Tensor.{inner.attr}", inner.lineno, inner.col_offset, inner.end_col_offset or -1)

    def _is_vague(self, name: str) -> bool:
        from_stars = name not in self._bound and not self._aliases.get(name)
        return name in self._vague or (from_stars and len(self._stars) > _MOST_MEANINGS)

    def resolve(self, node: ast.AST, depth: int = _MOST_PARTS) -> set[str]:
        """The dotted names that an expression may stand for; empty for anything computed.

        Args:
            node: the expression.
            depth: how many calls and subscripts may lie in each other; the inner ones are looked at on their own.
        """
        if depth == 0:
            return set()
        match node:
            case ast.Name(id=name):
                known = self._aliases.get(name, set())
                if known or name in self._bound:
                    return known
                # a name that nobody defines comes from a star import, if there is one
                return {f"{module}.{name}" for module in self._stars} if not self._is_vague(name) else set()
            case ast.Attribute():
                return self._resolve_attribute(node, depth)
            case ast.Call(func=ast.Name(id="getattr"), args=[value, ast.Constant(value=str(attr)), *_]):
                bases = {base for base in self.resolve(value, depth - 1) if base.count(".") < _MOST_PARTS}
                return {f"{base}.{attr}" for base in bases | {"Tensor"}}
            case ast.Call(func=ast.Name() | ast.Attribute() as function, args=[ast.Constant(value=str(module)), *_]):
                importer = isinstance(function, ast.Name) and function.id in ("__import__", "import_module")
                if importer or "importlib.import_module" in self.resolve(function, depth - 1):
                    return {module}
            case ast.Subscript(value=ast.Name() | ast.Attribute() as value, slice=ast.Constant(value=str(key))):
                return {key} if "sys.modules" in self.resolve(value, depth - 1) else set()
        return set()

    def _resolve_attribute(self, node: ast.Attribute, depth: int) -> set[str]:
        parts: list[str] = []
        base: ast.expr = node
        while isinstance(base, ast.Attribute):
            parts.append(base.attr)
            base = base.value
            if len(parts) > _MOST_PARTS:  # its beginning is looked at on its own
                return set()
        rest = ".".join(reversed(parts))
        return {
            f"{name}.{rest}" for name in self.resolve(base, depth - 1) if name.count(".") + len(parts) < _MOST_PARTS
        }


def _walk_without_annotations(node: ast.AST) -> Iterator[ast.AST]:
    waiting = [node]  # no recursion: an expression may be nested deeper than Python calls functions
    while waiting:
        node = waiting.pop()
        yield node
        for field, child in ast.iter_fields(node):
            if field in ("annotation", "returns"):  # a type hint computes nothing
                continue
            waiting += [item for item in (child if isinstance(child, list) else [child]) if isinstance(item, ast.AST)]


def _names(target: ast.AST) -> list[str]:
    return [node.id for node in ast.walk(target) if isinstance(node, ast.Name)]
