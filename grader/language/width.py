"""How wide a terminal shows a text: a Korean syllable takes two columns."""

import unicodedata


def columns(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def _columns_of(letter: str) -> int:
    if unicodedata.combining(letter) or "\u1160" <= letter <= "\u11ff":  # a part of the syllable before it
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def padded(text: str, width: int) -> str:
    """A text with spaces behind it, so that what follows stands in the same column everywhere."""
    return text + " " * (width - columns(text))
