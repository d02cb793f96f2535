"""The judge's questions to a reader, and the possible answers."""

from typing import Literal

from msgspec import Struct

from grader.reader.facts import ModuleTexts, NotebookFacts, Outline, Unusable
from grader.source.facts import Parsed, Unparsed

MAX_QUESTION = 33 * 1024 * 1024  # bytes; a notebook and a little more
MAX_ANSWER = 4 * 1024 * 1024  # bytes; the whole course takes fifty thousand


class AskModule(Struct, frozen=True, tag="module"):
    """What is in this module? `Parsed` or `Unparsed`."""

    content: bytes
    functions: tuple[str, ...]


class AskText(Struct, frozen=True, tag="text"):
    """What do these bytes say, whether or not it is Python? `Decoded` or `Unparsed`."""

    content: bytes


class AskNotebook(Struct, frozen=True, tag="notebook"):
    """What does this notebook hold? `NotebookFacts` or `Unusable`.

    Attributes:
        content: the file's bytes.
        label: how reports name a cell, with `{number}` in it.
        outline: the course.
    """

    content: bytes
    label: str
    outline: Outline


class AskCells(Struct, frozen=True, tag="cells"):
    """What do these cells hold, each with its name in reports? `NotebookFacts`."""

    cells: tuple[tuple[str, str], ...]
    outline: Outline


class AskTexts(Struct, frozen=True, tag="texts"):
    """Which modules does this notebook make? `ModuleTexts` or `Unusable`; fields as of `AskNotebook`."""

    content: bytes
    label: str
    outline: Outline


class Decoded(Struct, frozen=True, tag="decoded"):
    """The text of a file."""

    text: str


class Unreadable(Struct, frozen=True, tag="unreadable"):
    """It cannot be read with a reader's means; `lacks` is what was too little."""

    lacks: Literal["memory", "size", "time"]


Question = AskModule | AskText | AskNotebook | AskCells | AskTexts
Answer = Parsed | Unparsed | NotebookFacts | Unusable | ModuleTexts | Decoded | Unreadable
