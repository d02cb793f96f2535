"""A digest of what decides a document: course.toml, the tests with what they pass, and what diagnoses are made from.

Their translations belong to it. Two copies of a course with the same digest give the same submission the same document.
The other right answers are left out: they prove the tests and decide nothing.
"""

import hashlib
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from grader.course.catalogue import EDITS, MISCONCEPTIONS
from grader.course.file import BLUEPRINTS, BUILDERS, Course

_FILES = ("exercises/course.toml", BLUEPRINTS, BUILDERS)
_TREES = ("tests/public", "tests/hidden", MISCONCEPTIONS, EDITS, "solutions")


def course_digest(course: Course) -> str:
    """Return the SHA-256, in hexadecimal, over the names and contents of those files that lie in the course's folder.

    The files are read again only if a size or a time of change differs from before.

    Raises:
        OSError: a file cannot be read.
    """
    named = (*(course.root / name for name in _FILES), *sorted(course.root.glob("exercises/*/course.po")))
    files = [_entry(path) for path in named if path.is_file()]
    for tree in _TREES:
        files += _files_below(course.root / tree)
    return _digest_of(str(course.root), tuple(sorted(files)))


_Entry = tuple[str, int, int]  # path, bytes, time of change in nanoseconds


def _entry(path: Path) -> _Entry:
    found = path.stat()
    return str(path), found.st_size, found.st_mtime_ns


def _files_below(folder: Path) -> Iterator[_Entry]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files_below(Path(entry.path))
            elif entry.name.endswith((".py", ".po", ".toml")):
                found = entry.stat()
                yield entry.path, found.st_size, found.st_mtime_ns


@lru_cache(maxsize=4)
def _digest_of(root: str, files: tuple[_Entry, ...]) -> str:
    digest = hashlib.sha256()
    for path, _size, _changed in files:
        with open(path, "rb") as file:
            content = file.read()
        name = os.path.relpath(path, root).replace(os.sep, "/")
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
