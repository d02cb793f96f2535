"""Background work that runs while nothing else waits, and stops as soon as something does."""

import contextlib
import threading
from collections.abc import Iterator

from grader.course.catalogue import ProofError
from grader.pipe.errors import GraderFault


class SpareTime:
    """A thread that works in small steps for as long as nobody waits.

    Args:
        lock: held during a step; whoever needs what the steps use holds it too.
    """

    def __init__(self, lock: threading.RLock) -> None:
        self._lock = lock
        self._thread: threading.Thread | None = None
        self._over = threading.Event()

    def spend(self, steps: Iterator[None]) -> None:
        """Begin to take these steps, and return at once; what was begun before is given up."""
        self.end()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._work, args=(steps, self._over), daemon=True, name="spare time")
        self._thread.start()

    def end(self) -> None:
        """Start no further step. A step that is running finishes; its lock tells when."""
        self._over.set()

    def close(self) -> None:
        """End, and wait until the last step is over."""
        self.end()
        if self._thread is not None:
            self._thread.join()

    def _work(self, steps: Iterator[None], over: threading.Event) -> None:
        # an error here occurs again where the result is needed, and is reported there
        with contextlib.suppress(GraderFault, ProofError, StopIteration):
            while not over.is_set():
                with self._lock:
                    if not over.is_set():
                        next(steps)
