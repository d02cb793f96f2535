"""Files that are complete or not there: written beside their place, then moved into it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its place when the block ends well; otherwise what was there stays."""
    partial = path.with_name(f".{path.name}.partial")
    # never through a link that lies there already
    partial.unlink(missing_ok=True)
    try:
        with partial.open("xb") as file:
            yield file
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8 in one step."""
    with replacing(path) as file:
        file.write(text.encode("utf-8", "backslashreplace"))
