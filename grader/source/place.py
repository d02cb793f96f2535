"""Where a line of a module is: in a file, or in a cell of the notebook that the module was put together from."""

import unicodedata
from pathlib import Path

from msgspec import Struct

from grader.messages import _

_LONGEST_NAME = 100  # characters
_NOT_SHOWN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")  # control, direction, half of a pair, line ends


class Origin(Struct, frozen=True):
    """Where a line of a module put together from a notebook comes from: a cell, in words, and the line in it."""

    cell: str
    line: int


class Origins(Struct, frozen=True):
    """Where some lines of such a module, one after the other, come from.

    Attributes:
        cell: in words.
        line: the first one's number in the cell.
        count: how many there are.
    """

    cell: str
    line: int
    count: int


def place(filename: str, line: int, origin: Origin | None = None) -> str:
    """A line of a file, or of a cell of a notebook, as reports name it."""
    if origin is not None:
        return _("{file}, {cell}, line {line}").format(file=filename, cell=origin.cell, line=origin.line)
    return _("{file}, line {line}").format(file=filename, line=line)


def shown_name(path: Path) -> str:
    """A file's name as reports show it: one line of text, whatever somebody called the file."""
    shown = shown_path(path.name)
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[:_LONGEST_NAME]}…"


def shown_path(path: Path | str) -> str:
    """A path in one line of text: a file's name may hold undecodable bytes or line ends."""
    text = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(one if unicodedata.category(one) not in _NOT_SHOWN else "�" for one in text)


def no_such_file(filename: str) -> str:
    """Say that a file of an exercise is missing."""
    return _("There is no file {file}.").format(file=filename)
