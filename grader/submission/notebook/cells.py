"""An .ipynb file as code cells: read leniently, so that what a notebook program would refuse can still be graded.

nbformat is not used here, only where notebooks are written: it rejects damage that does not matter for grading (a cell
without outputs, an id used twice), and costs a third of a second.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from grader.messages import _

MAX_NOTEBOOK = 32 * 1024 * 1024  # bytes; pictures in outputs are long, the code is not
MAX_CODE = 256 * 1024  # characters of all code cells together, as of a module
_KNOWN_MAJORS = (2, 3, 4)
_PYTHON = ("", "python", "python3", "ipython", "ipython3")
_CONFLICT = re.compile(rb"^<{7} ", re.MULTILINE)

# what a cell of a built notebook is for: filling in, trying out, grading, installing
Role = Literal["work", "example", "check", "setup"]


class NotebookError(Exception):
    """Why nothing of a notebook can be read, in one sentence for the learner."""


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
        filename: what reports call it.
        cells: its code cells, in order.
        asides: its other cells that hold a definition all the same: label and text.
        exercises: the exercises that it was built for; empty where nothing says so.
    """

    filename: str
    cells: tuple[Cell, ...]
    asides: tuple[tuple[str, str], ...] = ()
    exercises: tuple[str, ...] = ()


def read_notebook(content: bytes, filename: str) -> Notebook:
    """Read the code cells of a notebook of format 2, 3 or 4.

    Args:
        content: the file's bytes.
        filename: what reports call it.

    Raises:
        NotebookError: it is no notebook, or none in Python.
    """
    document = _parse(content, filename)
    major = document.get("nbformat", 4)
    if major not in _KNOWN_MAJORS:
        raise NotebookError(
            _("{file} is a notebook of format {format}, which this grader does not know. Save it as format 4.").format(
                file=filename, format=str(major)[:20]
            )
        )
    metadata = _mapping(document.get("metadata"))
    language = _language(metadata)
    if language not in _PYTHON:
        raise NotebookError(
            _("{file} is a notebook in {language}. Choose a Python kernel for it.").format(
                file=filename, language=language[:20]
            )
        )
    raw = _all_cells(document, filename)
    cells = tuple(_code_cells(raw))
    size = sum(len(cell.text) for cell in cells)
    if size > MAX_CODE:
        raise NotebookError(
            _("{file} holds more than {size} KiB of code.").format(file=filename, size=MAX_CODE // 1024)
        )
    listed = _mapping(metadata.get("grader")).get("exercises")
    names = tuple(name for name in listed if isinstance(name, str)) if isinstance(listed, list) else ()
    return Notebook(filename, cells, tuple(_asides(raw)), names)


def _parse(content: bytes, filename: str) -> dict[str, Any]:
    start = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise NotebookError(_("{file} is empty. Save the notebook again.").format(file=filename))
    conflict = _CONFLICT.search(content)
    if conflict is not None:
        raise NotebookError(
            _("{file} holds two versions that git could not merge (from line {line}). Choose one of them.").format(
                file=filename, line=content.count(b"\n", 0, conflict.start()) + 1
            )
        )
    if start[:1] == b"<":
        raise NotebookError(
            _("{file} is a web page and no notebook. Download the notebook itself (on GitHub: “Raw”).").format(
                file=filename
            )
        )
    try:
        document = json.loads(content)
    except json.JSONDecodeError as error:
        if error.pos >= len(error.doc.rstrip()) - 1 or error.msg.startswith("Unterminated"):
            said = _("{file} is cut off: its last part is missing. Save or download the notebook again.")
            raise NotebookError(said.format(file=filename)) from None
        said = _("{file} is no notebook: line {line} is not JSON ({error}). Save it again with Jupyter.")
        raise NotebookError(said.format(file=filename, line=error.lineno, error=error.msg)) from None
    except (ValueError, RecursionError, MemoryError):  # bytes that are no text; brackets in brackets without end
        said = _("{file} is no notebook: it cannot be read as JSON. Save it again with Jupyter.")
        raise NotebookError(said.format(file=filename)) from None
    if not isinstance(document, dict):
        raise NotebookError(_("{file} is no notebook: it holds no cells.").format(file=filename))
    return document


def _language(metadata: dict[str, Any]) -> str:
    for key, name in (("language_info", "name"), ("kernelspec", "language")):
        said = _mapping(metadata.get(key)).get(name)
        if isinstance(said, str) and said:
            return said.lower()
    return ""


def _all_cells(document: dict[str, Any], filename: str) -> list[Any]:
    if isinstance(document.get("cells"), list):
        return list(document["cells"])
    sheets = document.get("worksheets")  # before format 4
    if isinstance(sheets, list):
        listed = [_mapping(sheet).get("cells") for sheet in sheets]
        return [cell for cells in listed if isinstance(cells, list) for cell in cells]
    raise NotebookError(_("{file} is no notebook: it holds no cells.").format(file=filename))


def _code_cells(cells: list[Any]) -> list[Cell]:
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
                _cell_label(number),
                text,
                exercise if isinstance(exercise, str) else None,
                role if role in get_args(Role) else None,
            )
        )
    return found


def _asides(cells: list[Any]) -> Iterator[tuple[str, str]]:
    """What looks like code in cells that are not run: somebody changed their type by accident."""
    for number, raw in enumerate(cells, start=1):
        cell = _mapping(raw)
        text = _text(cell.get("source", cell.get("input")))
        if cell.get("cell_type") != "code" and "def " in text:
            yield _cell_label(number), text[:MAX_CODE]


def _cell_label(number: int) -> str:
    return _("cell {number}").format(number=number)


def _text(source: object) -> str:
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    text = source if isinstance(source, str) else ""
    # half of a surrogate pair is no text; JSON can hold one all the same
    text = text.encode("utf-8", "replace").decode("utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _mapping(thing: object) -> dict[str, Any]:
    return thing if isinstance(thing, dict) else {}
