"""How every file is written: whole or not at all, and never through a link that somebody else has put there.

The folder may be a submission: a link in it could redirect what we write, and a folder with the file's name could keep
a result from being written.
"""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from grader.messages import _

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class WriteError(OSError):
    """A file cannot be written, in one sentence that names it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def write_text(path: Path, text: str, *, replaces_anything: bool = False) -> None:
    """Write a text in UTF-8, with its line ends as they are; see `replacing`."""
    write_file(path, text.encode("utf-8", "backslashreplace"), replaces_anything=replaces_anything)


def write_file(path: Path, content: bytes, *, replaces_anything: bool = False) -> None:
    """Write bytes; see `replacing`."""
    with replacing(path, replaces_anything=replaces_anything) as file:
        file.write(content)


@contextlib.contextmanager
def replacing(path: Path, *, replaces_anything: bool = False) -> Iterator[BinaryIO]:
    """A new file beside a place, which takes the place when the block ends well; otherwise what was there stays.

    Args:
        path: of the file; it may be there already.
        replaces_anything: take the place of a link, and put a folder of that name aside, where the others refuse them:
            for results, which nothing that lies in a submission may prevent.

    Raises:
        WriteError: there is a link or a folder, or the system refuses.
    """
    if path.is_symlink() and not replaces_anything:
        raise WriteError(_("{path} is a link, and nothing is written through one.").format(path=path))
    if path.is_dir() and not path.is_symlink() and not replaces_anything:
        raise WriteError(_("{path} is a folder, so no file of that name can be written.").format(path=path))
    partial = path.with_name(f".{secrets.token_hex(8)}.partial")
    try:
        with os.fdopen(os.open(partial, _NEW_FILE, 0o666), "wb") as file:
            yield file
        if path.is_dir() and not path.is_symlink():
            path.rename(path.with_name(f"{path.name}.{secrets.token_hex(4)}"))
        partial.replace(path)
    except OSError as error:
        raise WriteError(_("{path}: cannot be written ({reason})").format(path=path, reason=error.strerror)) from None
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()


def remove_unfinished(folder: Path) -> None:
    """Remove what is left of files that a process was writing to a folder of ours when it was killed."""
    for path in folder.glob(".*.partial"):
        path.unlink()


def make_folder(folder: Path, submission: Path) -> None:
    """Make the folder for results, and those above it, unless a link inside the submission leads there.

    Args:
        folder: may lie in the submission, and be there already.
        submission: what was handed in.

    Raises:
        WriteError: there is such a link, or the system refuses.
    """
    outer, path = submission.absolute(), folder.absolute()
    inside = [path, *path.parents][: len(path.parts) - len(outer.parts)] if path.is_relative_to(outer) else []
    if any(one.is_symlink() for one in inside):
        raise WriteError(_("{path} leads through a link, and nothing is written through one.").format(path=folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(_("{path}: cannot be made ({reason})").format(path=folder, reason=error.strerror)) from None
