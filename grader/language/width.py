"""How wide a terminal shows a text: a Korean syllable takes two columns."""

import unicodedata
from collections.abc import Iterator


def columns(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def _columns_of(letter: str) -> int:
    if unicodedata.combining(letter) or "\u1160" <= letter <= "\u11ff":  # a part of the syllable before it
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def folded(text: str, width: int) -> Iterator[str]:
    """Yield a line in pieces that end at a space and take at most so many columns, each indented as the line is."""
    stripped = text.lstrip()
    indent = text[: len(text) - len(stripped)]
    piece = indent
    for word in stripped.split(" "):
        longer = f"{piece} {word}" if piece.strip() else f"{piece}{word}"
        if piece.strip() and columns(longer) > width:
            yield piece
            longer = f"{indent}{word}"
        piece = longer
    yield piece


def padded(text: str, width: int) -> str:
    """A text with spaces behind it, so that what follows stands in the same column everywhere."""
    return text + " " * (width - columns(text))
