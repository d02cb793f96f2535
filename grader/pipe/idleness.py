"""How long calls took without doing anything, as `time.sleep` does: limits of CPU time do not see that.

On a busy machine honest work waits, too, but it waits for a core, and the kernel counts that time apart: for the worker
and for the judge's own thread, which must wake up to read the answer. What is neither that nor CPU time is idleness.
Where the kernel does not say, a call may be as long as it takes a busy machine, and only much longer ones count.
"""

import time

from grader.pipe.processes import Process, queued_seconds

_WITHOUT_STATISTICS = 10.0  # of time that may have been waiting, this many parts count as one


class Idleness:
    """Adds up the idle seconds of the requests to one process.

    Args:
        process: the worker.
    """

    def __init__(self, process: Process) -> None:
        self._process = process
        self._wall = 0.0  # seconds in requests
        self._ours_before = _ours()
        self._began = 0.0
        self._last = 0.0

    def begin(self) -> None:
        """A request begins."""
        self._began = time.monotonic()

    def end(self) -> None:
        """It has ended."""
        self._wall += time.monotonic() - self._began

    def seconds(self, cpu: float, at_least: float = 0.0) -> float:
        """Idle seconds so far; 0 if they are surely fewer than `at_least`, which is cheaper to find out.

        Args:
            cpu: CPU seconds of the process.
            at_least: what it takes to be of interest.
        """
        apart = self._wall - cpu
        if apart <= at_least:
            return 0.0
        queued, ours = self._process.queued(), _ours()
        if queued is None or ours is None or self._ours_before is None:
            return max(self._last, apart / _WITHOUT_STATISTICS)
        self._last = max(self._last, apart - queued - (ours - self._ours_before))
        return self._last


def _ours() -> float | None:
    queued = queued_seconds()
    return None if queued is None else queued + time.thread_time()
