"""Digests of top-level statements, by which programs are compared whatever their layout and comments."""

import ast
import hashlib

_MOST = 2_000  # of one module; a longer one is a different program anyway


def digest_of(statement: ast.stmt) -> str:
    """The digest of one statement."""
    return hashlib.sha256(ast.dump(statement).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def digests_of(tree: ast.Module) -> tuple[str, ...]:
    """The digests of a module's statements but its docstring, each once."""
    body = tree.body[1:] if ast.get_docstring(tree) is not None else tree.body
    return tuple(dict.fromkeys(map(digest_of, body[:_MOST])))


def can_fail(tree: ast.Module) -> bool:
    """Whether anything in a module of tests can make one fail: an assert, a raise, or a call of something so named."""
    for node in ast.walk(tree):
        match node:
            case ast.Assert() | ast.Raise():
                return True
            case ast.Attribute(attr=name) | ast.Name(id=name) if name.startswith("assert"):
                return True
    return False
