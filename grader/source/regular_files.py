"""A learner's files, read as bytes: only regular files of bounded size are opened, and no link is followed."""

import os
import stat
from pathlib import Path

from grader.messages import _
from grader.source.module import Source, SourceProblem, parse
from grader.source.place import no_such_file, shown_name

MAX_SOURCE = 256 * 1024  # bytes; a longer file cannot be parsed in bounded time


def read_plain_file(path: Path, most: int) -> bytes | SourceProblem:
    """Return the content of a regular file of at most `most` bytes, or why it cannot be read."""
    filename = shown_name(path)
    try:
        # O_NONBLOCK: a named pipe must not hold us up
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return SourceProblem(no_such_file(filename))
    except OSError:
        return SourceProblem(_("{file} cannot be opened as a plain file.").format(file=filename))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)  # of a folder, say, Python would not make a file object
        return SourceProblem(_("{file} is not a plain file.").format(file=filename))
    with os.fdopen(descriptor, "rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        return SourceProblem(_("{file} is longer than {size} KiB.").format(file=filename, size=most // 1024))
    return content


def read_module(name: str, path: Path, functions: tuple[str, ...] | None = None) -> Source | SourceProblem:
    """Read one module in this process. Only for modules that are ours; learners' go through a reader."""
    content = read_plain_file(path, MAX_SOURCE)
    return parse(name, content, shown_name(path), functions) if isinstance(content, bytes) else content
