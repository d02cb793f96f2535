"""What the functions of a module use: names followed through its syntax tree, as a reader does it.

Nothing is run, so names are followed: from a function through whatever binds the names of the same file that it
mentions, with every import and alias resolved to the dotted name it stands for.
"""

import ast
import builtins
import symtable
from collections.abc import Iterator

from grader.source.bindings import Binding, bindings_of, captures
from grader.source.facts import Use

_FOLLOWED = frozenset({"backward", "grad_fn", "next_functions"})  # attributes that count on any object
# Honest code gives a name one or two meanings, and its dotted names have a few parts. Beyond that, following names
# would take unbounded time and memory
_MOST_MEANINGS = 64
_MOST_PARTS = 24
_MOST_USES = 1_000  # of one function
_ROUNDS = 3  # `n = torch.nn` may come before or after `L = n.Linear`, and `L` may be passed on once more


def defines_own_backward(tree: ast.Module) -> bool:
    """Whether `.backward` may be the learner's own: the file defines one, and asks no tensor to record for torch's."""
    return _defines(tree, "backward") and not _asks_to_record(tree)


def in_file_order(use: Use) -> tuple[int, int, int]:
    """The key to sort uses by: their place, then the longest name first."""
    return use.line, use.column, -len(use.name)


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


class Scope:
    """The names that a module binds, anywhere in it: what they stand for, and the code that defines them.

    Args:
        tree: the module.
        text: the same as text.
    """

    def __init__(self, tree: ast.Module, text: str) -> None:
        self._aliases: dict[str, set[str]] = {}  # name -> dotted names it may stand for
        self._vague: set[str] = set()  # names that may stand for too much
        self._definitions: dict[str, list[ast.AST]] = {}
        self._stars: set[str] = set()
        self._bound = set(dir(builtins))
        self._globals = _global_names(text)
        for node in ast.walk(tree):
            self._read_import(node)
            match node:
                case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.ClassDef(name=name):
                    self._bound.add(name)
                case ast.FunctionDef(name=name) | ast.ExceptHandler(name=str(name)):
                    self._bound.add(name)
        for node in tree.body:
            self._read_definition(node)
        bindings = list(bindings_of(tree))
        for _round in range(_ROUNDS):
            for binding in bindings:
                self._read_alias(binding)

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
        """Note the code from which a top-level statement gives names their values."""
        waiting: list[ast.AST] = [node]
        while waiting:
            inner = waiting.pop()
            match inner:
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                    self._define([name], inner)
                    continue  # names bound inside are local to it
                case ast.Assign(targets=targets):
                    self._define([name for target in targets for name in _names(target)], inner)
                case ast.AnnAssign(target=target) | ast.AugAssign(target=target) | ast.NamedExpr(target=target):
                    self._define(_names(target), inner)
                case ast.For(target=target, iter=source) | ast.AsyncFor(target=target, iter=source):
                    self._define(_names(target), source)
                case ast.withitem(context_expr=source, optional_vars=ast.expr() as target):
                    self._define(_names(target), source)
                case ast.Match(subject=subject, cases=cases):
                    self._define([name for case in cases for name in captures(case.pattern)], subject)
                case ast.Try(handlers=handlers, body=body):
                    for name in (handler.name for handler in handlers if handler.name):
                        for raising in body:
                            self._define([name], raising)
            waiting += ast.iter_child_nodes(inner)

    def _define(self, names: list[str], node: ast.AST) -> None:
        for name in names:
            self._definitions.setdefault(name, []).append(node)

    def _read_alias(self, binding: Binding) -> None:
        meanings = {name for value in binding.values for name in self.resolve(value)}
        if meanings:
            self._learn(binding.name, meanings)

    def reachable(self, functions: tuple[str, ...]) -> list[ast.AST]:
        """The code of `functions` and of every module-level name that it mentions, directly or not."""
        nodes: dict[ast.AST, None] = {}  # once each: one assignment may define a thousand names
        waiting, seen = list(functions), set(functions)
        while waiting:
            for node in self._definitions.get(waiting.pop(), []):
                if node not in nodes:
                    nodes[node] = None
                    mentioned = self._mentioned(node) - seen
                    seen |= mentioned
                    waiting += mentioned
        return list(nodes)

    def _mentioned(self, node: ast.AST) -> set[str]:
        """The names that a piece of code looks up in the module; local variables of the same name do not count."""
        names = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names &= self._globals.get((node.name, node.lineno), names) | _outer_names(node)
        return names

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
        """Every dotted name that this code reads, calls or decorates with."""
        for inner in _walk_without_annotations(node):
            if not isinstance(inner, ast.Attribute | ast.Name | ast.Call | ast.Subscript):
                continue
            if isinstance(inner, ast.Name | ast.Attribute) and not isinstance(inner.ctx, ast.Load):
                continue
            place = (inner.lineno, inner.col_offset, inner.end_col_offset or -1)
            if isinstance(inner, ast.Name) and self._is_vague(inner.id):
                yield Use(inner.id, *place, is_vague=True)
            for name in self.resolve(inner):
                yield Use(name, *place)
            if isinstance(inner, ast.Attribute) and inner.attr in _FOLLOWED:
                yield Use(f"Tensor.{inner.attr}", *place)

    def _is_vague(self, name: str) -> bool:
        from_stars = name not in self._bound and not self._aliases.get(name)
        return name in self._vague or (from_stars and len(self._stars) > _MOST_MEANINGS)

    def resolve(self, node: ast.AST, depth: int = _MOST_PARTS) -> set[str]:
        """The dotted names that an expression may stand for; empty for anything computed.

        Args:
            node: the expression.
            depth: how many calls and subscripts may be nested; inner ones are looked at on their own.
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
        bases = self.resolve(base, depth - 1)
        return {f"{name}.{rest}" for name in bases if name.count(".") + len(parts) < _MOST_PARTS}


def _walk_without_annotations(node: ast.AST) -> Iterator[ast.AST]:
    waiting = [node]  # no recursion: an expression may be nested deeper than Python calls functions
    while waiting:
        node = waiting.pop()
        yield node
        for field, child in ast.iter_fields(node):
            if field in ("annotation", "returns"):  # a type hint computes nothing
                continue
            waiting += [item for item in (child if isinstance(child, list) else [child]) if isinstance(item, ast.AST)]


def _global_names(text: str) -> dict[tuple[str, int], set[str]]:
    """The module's names that each function and class at its top level looks up, by name and line."""
    found: dict[tuple[str, int], set[str]] = {}
    module = symtable.symtable(text, "<module>", "exec")
    tables: list[tuple[symtable.SymbolTable, set[str] | None]] = [(table, None) for table in module.get_children()]
    while tables:
        table, names = tables.pop()
        if names is None:
            names = found.setdefault((table.get_name(), table.get_lineno()), set())
        names |= {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()}
        tables += [(child, names) for child in table.get_children()]
    return found


def _outer_names(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> set[str]:
    """The names in what is computed when a function or class is defined: decorators, defaults, bases."""
    outer: list[ast.AST] = [*node.decorator_list]
    if isinstance(node, ast.ClassDef):
        outer += [*node.bases, *node.keywords]
    else:
        outer += [default for default in (*node.args.defaults, *node.args.kw_defaults) if default is not None]
    return {inner.id for one in outer for inner in ast.walk(one) if isinstance(inner, ast.Name)}


def _names(target: ast.AST) -> list[str]:
    return [node.id for node in ast.walk(target) if isinstance(node, ast.Name)]
