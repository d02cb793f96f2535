"""A progress line that names the exercise being graded, for runs that take longer than two seconds."""

import sys
import threading
import time
from types import TracebackType

from grader.course.file import Exercise
from grader.messages import _

_PATIENCE = 2.0
_EVERY = 0.2
_CLEAR = "\r\x1b[K"


class Progress:
    """Shows the exercise that is graded on standard error, if that is a terminal, and takes the line away again.

    Args:
        patience: seconds until the line appears.
    """

    def __init__(self, patience: float = _PATIENCE) -> None:
        self._count = 0
        self._patience = patience
        self._stream = sys.stderr  # while tests run, what they print is caught there
        self._number = 0
        self._name = ""
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def __enter__(self) -> "Progress":
        if self._stream.isatty():
            self._thread = threading.Thread(target=self._show, daemon=True, name="progress")
            self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._over.set()
        if self._thread is not None:
            self._thread.join()

    def expect(self, count: int) -> None:
        """Set how many exercises will be graded."""
        self._count = count

    def begin(self, exercise: Exercise) -> None:
        """Name the exercise whose tests begin now."""
        self._number += 1
        self._name = exercise.name

    def _show(self) -> None:
        began, shown = time.monotonic(), False
        while not self._over.wait(_EVERY):
            if time.monotonic() - began > self._patience:
                line = _("grading {name} ({number} of {count}) …")
                line = line.format(name=self._name, number=self._number, count=self._count)
                self._stream.write(_CLEAR + (line if self._name else _("loading torch …")))
                self._stream.flush()
                shown = True
        if shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
