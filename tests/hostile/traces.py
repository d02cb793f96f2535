"""What lies on the disk, and how two such listings differ."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# of a repository: what tools and editors keep beside the work
_NOT_WATCHED = frozenset({".git", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".venv", "venv"})


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
        is_folder = stat.S_ISDIR(found.st_mode)
        path = Path(entry.path)
        yield path, Facts(found.st_mode, 0 if is_folder else found.st_size, 0 if is_folder else found.st_mtime_ns)
        if deep and is_folder:
            yield from _walk(path, deep)


def changes(before: Listing, after: Listing) -> list[str]:
    """What is new, gone or changed, in words."""
    found = [f"new: {path}" for path in after.keys() - before.keys()]
    found += [f"gone: {path}" for path in before.keys() - after.keys()]
    found += [f"changed: {path}" for path in before.keys() & after.keys() if before[path] != after[path]]
    return sorted(found)
