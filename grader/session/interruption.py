"""Ctrl-C as a request to end: it breaks off a grading, and at any other time it is only noted.

Python raises KeyboardInterrupt wherever the program is. Where processes are started or ended, that leaves half of it
done, and a session that waits for the other half.
"""

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType, TracebackType
from typing import Any


class Interruption:
    """Takes the place of Python's own handling of Ctrl-C until the end of the block; for the main thread.

    Attributes:
        is_requested: whether Ctrl-C was pressed.
    """

    def __init__(self) -> None:
        self.is_requested = False
        self._breaks_off = False
        self._before: Any = None

    def __enter__(self) -> "Interruption":
        self._before = signal.signal(signal.SIGINT, self._request)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _request(self, _number: int, _frame: FrameType | None) -> None:
        self.is_requested = True
        if self._breaks_off:
            self._breaks_off = False  # once: what is left must be cleared up in peace
            raise KeyboardInterrupt

    @contextlib.contextmanager
    def breaking_off(self) -> Iterator[None]:
        """Raise KeyboardInterrupt inside this block if Ctrl-C is pressed, or was before."""
        if self.is_requested:
            raise KeyboardInterrupt
        self._breaks_off = True
        try:
            yield
        finally:
            self._breaks_off = False
