"""What the learner's code prints: kept apart from the frames, and only the beginning of it."""

import contextlib
import io
import sys
from collections.abc import Iterator

from grader.frames import Printed

KEPT_BYTES = 64 * 1024  # enough for every log line that is graded, with a learner's own prints between them


class _Head(io.RawIOBase):
    """A stream that keeps its first bytes and counts the rest, so a flood costs no memory."""

    def __init__(self) -> None:
        self.kept = bytearray()
        self.dropped = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        view = memoryview(data)  # type: ignore[arg-type]  # RawIOBase passes any buffer
        room = KEPT_BYTES - len(self.kept)
        self.kept += view[:room]
        self.dropped += max(0, view.nbytes - room)
        return view.nbytes


class _Buffer(io.BufferedWriter):
    """As a file's buffer is, but with nothing kept back."""

    def write(self, data: object, /) -> int:
        return self.raw.write(data) or 0  # type: ignore[arg-type]  # any buffer


class Capture:
    """The prints made inside one `captured()` block."""

    def __init__(self) -> None:
        self._head = _Head()

    def stream(self) -> io.TextIOWrapper:
        """A text stream that ends in this capture."""
        # write_through: nothing may wait in a buffer when the block ends
        return io.TextIOWrapper(_Buffer(self._head), "utf-8", "replace", newline="\n", write_through=True)

    def printed(self) -> Printed:
        """What was printed so far."""
        return Printed(self._head.kept.decode("utf-8", "replace"), self._head.dropped)


@contextlib.contextmanager
def captured() -> Iterator[Capture]:
    """Send `sys.stdout` to a capture, and `sys.stderr` (warnings, mostly) to nowhere, for the length of a block."""
    capture, nowhere = Capture(), Capture()
    sys.stdout, sys.stderr = capture.stream(), nowhere.stream()
    try:
        yield capture
    finally:
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
