"""The proof that a tree gives nothing away: no file of it holds the body of a solution, or a hidden test.

Texts are compared without white space, comments and the kind of their quotes, so that neither a different layout nor a
different kind of file hides an answer. Archives and notebooks are searched too.
"""

import ast
import io
import json
import os
import re
import textwrap
import tokenize
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.bundle.trees import BundleError
from grader.course.catalogue import ALTERNATIVES, EDITS, MISCONCEPTIONS
from grader.course.file import Course, Exercise

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
_LARGEST = 4 * 1024**2  # bytes of a file that is looked into
_MOST_FILES = 20_000  # of a tree that learners get: many times what it has
_MOST_BYTES = 128 * 1024**2
_MOST_UNPACKED = 32 * 1024**2  # bytes of an archive's files together
# never part of what learners get: environments, histories, and what tools leave behind
_PASSED_OVER = frozenset({".git", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", "node_modules"})
_NEVER = ("solutions", "tests/hidden", MISCONCEPTIONS, ALTERNATIVES, EDITS, ".git")


@dataclass(frozen=True)
class _Secret:
    """A piece of code that may not be there, in the form that is compared, and its name."""

    text: str
    name: str


def find_leaks(course: Course, folder: Path, include_hidden: bool = False) -> list[str]:
    """Return what `folder` gives away, a sentence each; nothing if all is well.

    Args:
        course: with the solutions, tests and misconceptions that must not be there.
        folder: a tree that learners get.
        include_hidden: whether they get the hidden tests on purpose.

    Raises:
        BundleError: the course has no answers to look for, or the tree is too large to be one that learners get.
    """
    _demand_answers(course, include_hidden)
    found = [
        f"{name}: should not be there"
        for name in _NEVER
        if (folder / name).exists() and not (include_hidden and name == "tests/hidden")
    ]
    secrets = list(_secrets(course, include_hidden))
    for path in files_of(folder):
        name = path.relative_to(folder).as_posix()
        if include_hidden and name.startswith("tests/hidden/"):
            continue
        if path.suffix == ".pyc":
            found.append(f"{name}: is compiled, and may hold anything")
            continue
        if path.stat().st_size > _LARGEST:
            found.append(f"{name}: is larger than {_LARGEST // 1024**2} MiB, and was not looked into")
            continue
        # the forms of all texts, with a line end between them, which no form has
        text = "\n".join(one for content in _contents(path.name, path.read_bytes()) for one in _forms(content))
        leaks = [secret.name for secret in secrets if secret.text in text]
        found += [f"{name}: holds {what}" for what in dict.fromkeys(leaks)]
    return found


def _demand_answers(course: Course, include_hidden: bool) -> None:
    wanted = ["solutions"] if include_hidden else ["solutions", "tests/hidden"]
    missing = [name for name in wanted if not any((course.root / name).glob("*.py"))]
    if missing:
        raise BundleError(
            f"{course.root}: there is no {missing[0]}/ here, so there are no answers to look for. "
            "This needs the instructors' repository."
        )


# ---- what must not be there ----


def _secrets(course: Course, include_hidden: bool) -> Iterator[_Secret]:
    for exercise in course.every_exercise:
        # a program that is handed out to be mended shares most of its lines with every way to mend it
        known = _code(course.given.get(exercise.name, ""))
        for secret in _answers(course, exercise):
            if secret.text not in known:
                yield secret
    if not include_hidden:
        for path in sorted((course.root / "tests" / "hidden").glob("*.py")):
            yield from _bodies(path, course.root)


def _answers(course: Course, exercise: Exercise) -> Iterator[_Secret]:
    yield from _bodies(course.path("solutions", exercise), course.root, parts=True)
    for tree in (MISCONCEPTIONS, ALTERNATIVES):
        for path in sorted((course.root / tree / exercise.name).glob("*.py")):
            yield from _bodies(path, course.root)


def _bodies(path: Path, root: Path, parts: bool = False) -> Iterator[_Secret]:
    """Each function's body as a whole and, if `parts`, every few statements of it, or the value of a single one."""
    if not path.is_file():
        return
    source = path.read_text(encoding="utf-8-sig")
    lines = source.encode().splitlines(keepends=True)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            name = f"{path.relative_to(root).as_posix()}, {node.name}"
            runs = [body] if not parts else [body, *_windows(body)]
            for run in runs:
                text = "".join(_code(_segment(lines, statement)) for statement in run)
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


def _segment(lines: Sequence[bytes], statement: ast.stmt) -> str:
    """What stands there; `ast.get_source_segment` splits the whole file for every statement."""
    first, last = statement.lineno - 1, (statement.end_lineno or statement.lineno) - 1
    text = b"".join((*lines[first:last], lines[last][: statement.end_col_offset]))
    start = text[: statement.col_offset]
    padding = bytes(one if one in b" \t\f" else ord(" ") for one in start)
    return textwrap.dedent((padding + text[statement.col_offset :]).decode())


# ---- what is there ----


def files_of(folder: Path) -> Iterator[Path]:
    """The files of a tree, in order, without environments, caches and the history; raises BundleError if too many."""
    count = size = 0
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_passed_over(Path(at, name)))
        for path in (Path(at, name) for name in sorted(names)):
            if not path.is_file() or path.is_symlink():
                continue
            count, size = count + 1, size + path.stat().st_size
            if count > _MOST_FILES or size > _MOST_BYTES:
                limits = f"{_MOST_FILES} files or {_MOST_BYTES // 1024**2} MiB"
                raise BundleError(f"{folder}: holds more than {limits}. Give the folder that learners get.")
            yield path


def _is_passed_over(folder: Path) -> bool:
    return folder.name in _PASSED_OVER or (folder / "pyvenv.cfg").is_file()


def _contents(name: str, content: bytes) -> Iterator[str]:
    """The texts in a file: its own, those of the files in an archive, and the strings of a notebook."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED:
                raise BundleError(f"{name}: unpacks to more than {_MOST_UNPACKED // 1024**2} MiB; take it out.")
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
