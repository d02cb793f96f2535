"""The files that were handed in, wherever they lie: named, looked at and bounded before any of them is read."""

import io
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal, Protocol

from grader.cohort.intake.names import normal

Kind = Literal["file", "link", "special", "mark"]

MOST_ITEMS = 500_000  # of a class
_DEEPEST = 12  # folders in each other
CHUNK = 1024**2  # bytes that are read at a time
PASSED_OVER = frozenset(
    {"__MACOSX", "__pycache__", "venv", "env", "node_modules", "site-packages", "Thumbs.db", "desktop.ini"}
)
REPOSITORY = (".git", ".github", ".classroom50.yaml")  # what a clone has at its top
_MARKED = 3  # folders in each other: above that an empty one is somebody's empty hand-in


class IntakeError(Exception):
    """What was given cannot be a class, in one sentence that says what to do."""


class Content(Protocol):
    """What is in a file: all that is asked of it."""

    def read(self, size: int, /) -> bytes:
        """At most so many of the next bytes."""

    def close(self) -> None:
        """No more of it is needed."""


@dataclass(frozen=True)
class Item:
    """One thing that was handed in.

    Attributes:
        parts: the names of its folders, and its own.
        kind: a file; a link, which is never followed; a device, pipe or socket, which is never opened; or only the mark
            that there is such a folder (`.`), or that it is a repository (`.git`).
        modified: when it was changed last, in seconds since 1970, as far as that is known.
        open: its content; opening and reading raise OSError.
    """

    parts: tuple[str, ...]
    kind: Kind
    modified: float
    open: Callable[[], Content]

    @property
    def name(self) -> str:
        """Its own name."""
        return self.parts[-1]

    @property
    def path(self) -> str:
        """Where it lies, for people."""
        return "/".join(self.parts)

    def read(self, most: int) -> bytes:
        """At most that many bytes of it, and one more if there are more; raises OSError."""
        with closing(self.open()) as file:
            return b"".join(chunks(file, most + 1))

    def below(self, count: int) -> "Item":
        """The same without its first `count` folders."""
        return replace(self, parts=self.parts[count:])


def chunks(file: Content, most: int) -> Iterator[bytes]:
    """The first `most` bytes of a file, piece by piece."""
    while most > 0 and (piece := file.read(min(CHUNK, most))):
        most -= len(piece)
        yield piece


@dataclass(frozen=True)
class Remark:
    """Something that was not used, or was decided: where, and why, in a sentence."""

    where: str
    why: str


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name is what systems and tools keep for themselves."""
    return name in PASSED_OVER or name.startswith(".")


def walk_folder(root: Path, remarks: list[Remark]) -> Iterator[Item]:
    """Everything in a folder, in order of names; what cannot be looked into is remarked on."""
    yield from _walk(root, (), remarks)


def _walk(folder: Path, parts: tuple[str, ...], remarks: list[Remark]) -> Iterator[Item]:
    where = "/".join(parts) or str(folder)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        remarks.append(Remark(where, f"cannot be looked into ({error.strerror})"))
        return
    if len(parts) >= _DEEPEST:
        remarks.append(Remark(where, f"more than {_DEEPEST} folders in each other"))
        return
    if parts and is_part_of_the_course(frozenset(entry.name for entry in entries), folder.name):
        return
    for entry in entries:
        if entry.name in REPOSITORY and parts:
            yield mark((*parts, ".git"))
        if is_passed_over(entry.name):
            continue
        inner = (*parts, normal(entry.name) or "_")
        if entry.is_dir(follow_symlinks=False):
            if len(inner) < _MARKED:
                yield mark((*inner, "."))
            yield from _walk(Path(entry.path), inner, remarks)
            continue
        found = entry.stat(follow_symlinks=False)
        kind: Kind = "file" if stat.S_ISREG(found.st_mode) else "link" if stat.S_ISLNK(found.st_mode) else "special"
        yield Item(inner, kind, found.st_mtime, partial(_open, Path(entry.path)))


def mark(parts: tuple[str, ...]) -> Item:
    """An item that only says that its folder is there, or what kind of folder that is."""
    return Item(parts, "mark", 0.0, io.BytesIO)


def is_part_of_the_course(entries: frozenset[str], name: str) -> bool:
    """Whether a folder is one that learners were given along with the exercises: the grader, the public tests."""
    return (name == "grader" and "__init__.py" in entries) or (name == "tests" and "public" in entries)


def _open(path: Path) -> Content:
    # O_NONBLOCK: what has become a pipe meanwhile must not hold us up
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = os.fdopen(os.open(path, flags), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError("no plain file")
    return file
