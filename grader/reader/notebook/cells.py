"""An .ipynb file as code cells: read leniently, so that files that a notebook program would refuse can be graded.

nbformat is not used here, only where notebooks are written: it rejects damage that does not matter for grading (a cell
without outputs, an id used twice), and costs a third of a second.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from grader.reader.facts import Trouble, Unusable
from grader.reader.sizes import MAX_CODE

_KNOWN_MAJORS = (2, 3, 4)
_PYTHON = ("", "python", "python3", "ipython", "ipython3")
_MOST_DETAIL = 200  # characters
_CONFLICT = re.compile(rb"^<{7} ", re.MULTILINE)

# what a cell of a built notebook is for: filling in, trying out, grading, installing
Role = Literal["work", "example", "check", "setup"]


class NotebookError(Exception):
    """Why nothing of a notebook can be read."""

    def __init__(self, trouble: Trouble, detail: str = "", line: int | None = None) -> None:
        super().__init__(trouble)
        self.problem = Unusable(trouble, detail[:_MOST_DETAIL], line)


@dataclass(frozen=True)
class Cell:
    """One code cell.

    Attributes:
        label: what reports call it: "cell 7", counted from 1 over cells of every kind.
        text: the code, its lines ended by line feeds.
        exercise: the exercise that it is marked to belong to.
        role: what it was built for.
    """

    label: str
    text: str
    exercise: str | None = None
    role: Role | None = None


@dataclass(frozen=True)
class Notebook:
    """The code of a notebook.

    Attributes:
        cells: its code cells, in order.
        asides: other cells that hold a definition nevertheless: label and text.
        exercises: the exercises that it was built for; empty where nothing says so.
    """

    cells: tuple[Cell, ...]
    asides: tuple[tuple[str, str], ...] = ()
    exercises: tuple[str, ...] = ()


def read_notebook(content: bytes, label: str) -> Notebook:
    """Read the code cells of a notebook of format 2, 3 or 4.

    Args:
        content: the file's bytes.
        label: how reports name a cell, with `{number}` in it.

    Raises:
        NotebookError: it is not a notebook, or not one in Python.
    """
    document = _parse(content)
    major = document.get("nbformat", 4)
    if major not in (*_KNOWN_MAJORS, *map(str, _KNOWN_MAJORS)):  # some programs write "4"
        raise NotebookError("format", _shown(major))
    metadata = _mapping(document.get("metadata"))
    language = _language(metadata)
    if language not in _PYTHON:
        raise NotebookError("language", language[:20])
    raw = _all_cells(document)
    cells = tuple(_code_cells(raw, label))
    if sum(len(cell.text) for cell in cells) > MAX_CODE:
        raise NotebookError("code")
    listed = _mapping(metadata.get("grader")).get("exercises")
    names = tuple(name for name in listed if isinstance(name, str)) if isinstance(listed, list) else ()
    return Notebook(cells, tuple(_asides(raw, label)), names)


def _shown(major: object) -> str:
    # a whole number may have more digits than Python writes
    return str(major)[:20] if isinstance(major, str | float) or (isinstance(major, int) and major < 10**20) else "?"


def _parse(content: bytes) -> dict[str, Any]:
    start = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise NotebookError("empty")
    conflict = _CONFLICT.search(content)
    if conflict is not None:
        raise NotebookError("conflict", line=content.count(b"\n", 0, conflict.start()) + 1)
    if start[:1] == b"<":
        raise NotebookError("page")
    try:
        document = json.loads(content)
    except json.JSONDecodeError as error:
        if error.pos >= len(error.doc.rstrip()) - 1 or error.msg.startswith("Unterminated"):
            raise NotebookError("cut") from None
        raise NotebookError("json", error.msg, error.lineno) from None
    except (ValueError, RecursionError, MemoryError):  # undecodable bytes; brackets nested without end
        raise NotebookError("unreadable") from None
    if not isinstance(document, dict):
        raise NotebookError("cells")
    return document


def _language(metadata: dict[str, Any]) -> str:
    for key, name in (("language_info", "name"), ("kernelspec", "language")):
        language = _mapping(metadata.get(key)).get(name)
        if isinstance(language, str) and language:
            return language.lower()
    return ""


def _all_cells(document: dict[str, Any]) -> list[Any]:
    if isinstance(document.get("cells"), list):
        return list(document["cells"])
    sheets = document.get("worksheets")  # before format 4
    if isinstance(sheets, list):
        listed = [_mapping(sheet).get("cells") for sheet in sheets]
        return [cell for cells in listed if isinstance(cells, list) for cell in cells]
    raise NotebookError("cells")


def _code_cells(cells: list[Any], label: str) -> list[Cell]:
    found = []
    for number, raw in enumerate(cells, start=1):
        cell = _mapping(raw)
        if cell.get("cell_type") != "code":
            continue
        text = _text(cell.get("source", cell.get("input")))
        mark = _mapping(_mapping(cell.get("metadata")).get("grader"))
        exercise, role = mark.get("exercise"), mark.get("role")
        found.append(
            Cell(
                label.format(number=number),
                text,
                exercise if isinstance(exercise, str) else None,
                role if role in get_args(Role) else None,
            )
        )
    return found


def _asides(cells: list[Any], label: str) -> Iterator[tuple[str, str]]:
    """What looks like code in cells that are not run: somebody changed their type by accident."""
    for number, raw in enumerate(cells, start=1):
        cell = _mapping(raw)
        text = _text(cell.get("source", cell.get("input")))
        if cell.get("cell_type") != "code" and "def " in text:
            yield label.format(number=number), text[:MAX_CODE]


def _text(source: object) -> str:
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    text = source if isinstance(source, str) else ""
    # half of a surrogate pair is no text; JSON can hold one all the same
    text = text.encode("utf-8", "replace").decode("utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _mapping(thing: object) -> dict[str, Any]:
    return thing if isinstance(thing, dict) else {}
