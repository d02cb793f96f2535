"""Names of students and files: the same one however it is encoded, and safe where it becomes a file of ours."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_LONGEST_FILE = 80  # bytes of UTF-8; a file's name may have 255, and what unpacks it elsewhere may have less
_UNSAFE = re.compile(r"[^\w.@+-]+")


def normal(text: str) -> str:
    """The name as it is shown: composed characters (NFC), single spaces, nothing that cannot be seen."""
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(" " if one.isspace() else one for one in composed if _is_visible(one))
    return " ".join(seen.split())


def _is_visible(one: str) -> bool:
    return one.isspace() or unicodedata.category(one)[0] != "C"


def folded(text: str) -> str:
    """The name as it is compared: without case, and composed as `normal` does."""
    return unicodedata.normalize("NFC", normal(text).casefold())


def squashed(text: str) -> str:
    """Letters and digits only, as Canvas writes a student's name into the names of files."""
    return "".join(one for one in folded(text) if one.isalnum())


def file_stems(names: Iterable[str]) -> dict[str, str]:
    """A file's name for each student, no other's even where case does not count: letters, digits and `.@+-_`."""
    stems = {name: _file_stem(name) for name in names}
    times = Counter(stem.casefold() for stem in stems.values())
    return {name: stem if times[stem.casefold()] == 1 else _with_digest(stem, name) for name, stem in stems.items()}


def _file_stem(name: str) -> str:
    shown = _UNSAFE.sub("_", normal(name)).strip("._") or "student"
    reserved = re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", shown.partition(".")[0])
    cut = shown.encode()[:_LONGEST_FILE].decode("utf-8", "ignore")
    # what was changed may meet another name that was changed to the same
    return cut if cut == normal(name) and not reserved else _with_digest(cut, name)


def _with_digest(stem: str, name: str) -> str:
    return f"{stem}-{hashlib.sha256(normal(name).encode()).hexdigest()[:8]}"
