"""What the learner's code prints: kept apart from the frames, and only the beginning of it."""

import contextlib
import io
import sys
from collections.abc import Iterator

from grader.pipe.frames import MAX_PRINTED, Printed


class _Head(io.RawIOBase):
    """A stream that keeps its first bytes and counts the rest, so a flood costs no memory."""

    def __init__(self) -> None:
        self.kept = bytearray()
        self.dropped = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        view = memoryview(data)  # type: ignore[arg-type]  # RawIOBase passes any buffer
        room = MAX_PRINTED - len(self.kept)
        self.kept += view[:room]
        self.dropped += max(0, view.nbytes - room)
        return view.nbytes


class _Buffer(io.BufferedWriter):
    """As a file's buffer is, but with nothing kept back."""

    def write(self, data: object, /) -> int:
        return self.raw.write(data) or 0  # type: ignore[arg-type]  # any buffer


class _Stream(io.TextIOWrapper):
    """A text stream of which the beginning is kept."""

    def __init__(self) -> None:
        self.head = _Head()
        # write_through: nothing may wait in a buffer when a call ends
        super().__init__(_Buffer(self.head), "utf-8", "replace", newline="\n", write_through=True)

    def begin(self) -> bool:
        """Forget what was written; False if the learner's code has closed this stream."""
        try:
            self.reconfigure(encoding="utf-8", errors="replace", newline="\n", write_through=True)
        except ValueError:
            return False
        self.head.kept, self.head.dropped = bytearray(), 0
        return True

    def printed(self) -> Printed:
        """What was written since it began."""
        return Printed(self.head.kept.decode("utf-8", "replace"), self.head.dropped)


class Prints:
    """The learner's stdout and stderr: the same objects at every call, for a module may keep a hold of them."""

    def __init__(self) -> None:
        self._out, self._nowhere = _Stream(), _Stream()

    @contextlib.contextmanager
    def captured(self) -> Iterator[_Stream]:
        """Send `sys.stdout` to a capture, and `sys.stderr` (warnings, mostly) to nowhere, for the length of a block."""
        self._out = self._out if self._out.begin() else _Stream()
        self._nowhere = self._nowhere if self._nowhere.begin() else _Stream()
        sys.stdout, sys.stderr = self._out, self._nowhere
        try:
            yield self._out
        finally:
            sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
