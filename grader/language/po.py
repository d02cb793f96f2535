"""Read a gettext catalogue as it is committed: no compiled copy can be older than it, and English reads none at all."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from grader.language.particles import Sentence

_LINE = re.compile(r'(?:(msgid|msgstr) )?(".*")')


def read_catalogue(path: Path) -> dict[str, str]:
    """Return the translation of each English text; what has none yet, or a doubtful ("fuzzy") one, is left out.

    Args:
        path: a .po file in UTF-8, without contexts and plural forms.
    """
    found = _entries(path.read_text(encoding="utf-8"))
    return {english: Sentence(text) for english, text, fuzzy in found if text and not fuzzy}


def _entries(content: str) -> Iterator[tuple[str, str, bool]]:
    """The entries of a catalogue: the English text, its translation ("" if there is none), whether it is fuzzy."""
    for block in re.split(r"\n\s*\n", content):
        fields = {"msgid": "", "msgstr": ""}
        field, fuzzy = "", False
        for line in block.split("\n"):
            fuzzy |= line.startswith("#,") and "fuzzy" in line
            match = _LINE.fullmatch(line.strip())
            if match is not None:  # comments and obsolete entries do not match
                field = match[1] or field
                fields[field] += json.loads(match[2])  # both escape in the same way
        if fields["msgid"]:
            yield fields["msgid"], fields["msgstr"], fuzzy
