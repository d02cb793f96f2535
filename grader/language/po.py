"""Read a gettext catalogue as it is committed: no compiled copy can be out of date, and English reads none at all."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.language.particles import Sentence, has_particle

_LINE = re.compile(r'(?:(msgid|msgstr) )?(".*")')


@dataclass(frozen=True)
class Entry:
    """A sentence in English, its translation ("" if there is none), and whether that is in doubt."""

    english: str
    text: str
    fuzzy: bool


def read_catalogue(path: Path) -> dict[str, str]:
    """Return the translation of each English text; what has none yet, or a doubtful ("fuzzy") one, is left out.

    Args:
        path: a .po file in UTF-8, without contexts and plural forms.
    """
    found = (one for one in entries(path) if one.text and not one.fuzzy)
    # most are plain texts, which go into documents as they are
    return {one.english: Sentence(one.text) if has_particle(one.text) else one.text for one in found}


def entries(path: Path) -> Iterator[Entry]:
    """The entries of a .po file, in order."""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        fields = {"msgid": "", "msgstr": ""}
        field, fuzzy = "", False
        for line in block.split("\n"):
            fuzzy |= line.startswith("#,") and "fuzzy" in line
            match = _LINE.fullmatch(line.strip())
            if match is not None:  # comments and obsolete entries do not match
                field = match[1] or field
                fields[field] += json.loads(match[2])  # both escape in the same way
        if fields["msgid"]:
            yield Entry(fields["msgid"], fields["msgstr"], fuzzy)
