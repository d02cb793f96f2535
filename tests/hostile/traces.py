"""What lies on the disk, and how two such listings differ."""

import contextlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# of a repository: what tools and editors keep beside the work
_NOT_WATCHED = frozenset(
    {".artefacts", ".git", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".venv", "venv"}
)


@dataclass(frozen=True)
class Facts:
    """What would change if somebody touched a file; of a folder only its rights, for its entries are listed."""

    mode: int
    size: int
    modified: int


Listing = dict[Path, Facts]


def listing(folder: Path, deep: bool = True) -> Listing:
    """Everything in a folder, and below it if `deep`; no link is followed."""
    return dict(_walk(folder, deep))


def _walk(folder: Path, deep: bool) -> Iterator[tuple[Path, Facts]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # there is none, or it is not ours to read
        return
    for entry in entries:
        if entry.name in _NOT_WATCHED:
            continue
        try:
            found = entry.stat(follow_symlinks=False)
        except FileNotFoundError:  # gone meanwhile: the work of somebody else
            continue
        path = Path(entry.path)
        yield path, _facts(found)
        if deep and stat.S_ISDIR(found.st_mode):
            yield from _walk(path, deep)


def _facts(found: os.stat_result) -> Facts:
    is_folder = stat.S_ISDIR(found.st_mode)
    return Facts(found.st_mode, 0 if is_folder else found.st_size, 0 if is_folder else found.st_mtime_ns)


def named(folder: Path, word: str, deep: bool = True) -> Listing:
    """Of a listing, what has this word in its name; looking at names alone takes a fraction of the time."""
    found: Listing = {}
    for entry in _named(folder, word, deep):
        with contextlib.suppress(FileNotFoundError):  # as above
            found[Path(entry.path)] = _facts(entry.stat(follow_symlinks=False))
    return found


def _named(folder: str | Path, word: str, deep: bool) -> Iterator["os.DirEntry[str]"]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if word in entry.name:
            yield entry
        if deep and entry.name not in _NOT_WATCHED and entry.is_dir(follow_symlinks=False):
            yield from _named(entry.path, word, deep)


def changes(before: Listing, after: Listing) -> list[str]:
    """What is new, gone or changed, in words."""
    found = [f"new: {path}" for path in after.keys() - before.keys()]
    found += [f"gone: {path}" for path in before.keys() - after.keys()]
    found += [f"changed: {path}" for path in before.keys() & after.keys() if before[path] != after[path]]
    return sorted(found)
