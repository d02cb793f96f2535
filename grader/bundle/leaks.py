"""The proof that a tree gives nothing away: no file of it holds the body of a solution, or a hidden test.

Texts are compared without white space, comments and the kind of their quotes, so that neither another layout nor
another kind of file hides an answer. Archives and notebooks are looked into.
"""

import ast
import io
import json
import re
import textwrap
import tokenize
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.course.catalogue import ALTERNATIVES, MISCONCEPTIONS
from grader.course.file import Course

_SHORTEST = 12  # characters without white space; `pass` and `return x` are in every file
_TOGETHER = 3  # statements in a row that make a body known, even if the rest differs
_LAYOUT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}
_NEVER = ("solutions", "tests/hidden", MISCONCEPTIONS, ALTERNATIVES, ".git")


@dataclass(frozen=True)
class _Secret:
    """A piece of code that may not be there, as it is compared, and what to call it."""

    text: str
    name: str


def find_leaks(course: Course, folder: Path, include_hidden: bool = False) -> list[str]:
    """Return what `folder` gives away, a sentence each; nothing if all is well.

    Args:
        course: with the solutions, tests and misconceptions that must not be there.
        folder: a tree that learners get.
        include_hidden: whether they get the hidden tests on purpose.
    """
    found = [
        f"{name}: should not be there"
        for name in _NEVER
        if (folder / name).exists() and not (include_hidden and name == "tests/hidden")
    ]
    secrets = list(_secrets(course, include_hidden))
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        name = path.relative_to(folder).as_posix()
        if include_hidden and name.startswith("tests/hidden/"):
            continue
        if path.suffix == ".pyc":
            found.append(f"{name}: is compiled, and may hold anything")
            continue
        texts = [text for content in _contents(path.name, path.read_bytes()) for text in _forms(content)]
        held = [secret.name for secret in secrets if any(secret.text in text for text in texts)]
        found += [f"{name}: holds {what}" for what in dict.fromkeys(held)]
    return found


# ---- what must not be there ----


def _secrets(course: Course, include_hidden: bool) -> Iterator[_Secret]:
    for exercise in course.exercises:
        yield from _bodies(course.path("solutions", exercise), course.root, parts=True)
        for tree in (MISCONCEPTIONS, ALTERNATIVES):
            for path in sorted((course.root / tree / exercise.name).glob("*.py")):
                yield from _bodies(path, course.root)
    if not include_hidden:
        for path in sorted((course.root / "tests" / "hidden").glob("*.py")):
            yield from _bodies(path, course.root)


def _bodies(path: Path, root: Path, parts: bool = False) -> Iterator[_Secret]:
    """Each function's body as a whole and, if `parts`, every few statements of it, or the value of a single one."""
    if not path.is_file():
        return
    source = path.read_text(encoding="utf-8-sig")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            name = f"{path.relative_to(root).as_posix()}, {node.name}"
            runs = [body] if not parts else [body, *_windows(body)]
            for run in runs:
                text = "".join(_code(_segment(source, statement)) for statement in run)
                if parts and len(run) == 1:
                    text = text.removeprefix("return")
                if len(text) >= _SHORTEST:
                    yield _Secret(text, name)


def _windows(body: list[ast.stmt]) -> Iterator[list[ast.stmt]]:
    simple = list(_simple(body))
    return (simple[at : at + _TOGETHER] for at in range(len(simple) - _TOGETHER + 1))


def _simple(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a body that hold no others, in the order of the file."""
    for statement in body:
        inner = [*getattr(statement, "body", []), *getattr(statement, "orelse", [])]
        if inner:
            yield from _simple(inner)
        else:
            yield statement


def _segment(source: str, statement: ast.stmt) -> str:
    return textwrap.dedent(ast.get_source_segment(source, statement, padded=True) or "")


# ---- what is there ----


def _contents(name: str, content: bytes) -> Iterator[str]:
    """The texts in a file: its own, those of the files in an archive, and the strings of a notebook."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                yield from _contents(member, archive.read(member))
        return
    text = content.decode("utf-8", "replace")
    yield text
    if name.endswith((".ipynb", ".json")):
        try:
            yield "\n".join(_strings(json.loads(text)))
        except ValueError:  # JSON with comments is read as text alone
            pass


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            # a notebook keeps a cell as its lines
            yield "".join(item for item in value if isinstance(item, str))
            for item in value:
                yield from _strings(item)
        case dict():
            for item in value.values():
                yield from _strings(item)


def _forms(text: str) -> Iterator[str]:
    """A text as it is compared: as it stands and, if it is Python, without its comments."""
    yield re.sub(r"[\s`]+|>>>", "", text).replace('"', "'")
    try:
        yield _code(text)
    except (SyntaxError, tokenize.TokenError):  # it is not Python
        pass


def _code(text: str) -> str:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return re.sub(r"\s+", "", "".join(token.string for token in tokens if token.type not in _LAYOUT)).replace('"', "'")
