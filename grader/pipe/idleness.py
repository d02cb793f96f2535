"""How long calls took without doing anything, as `time.sleep` does: limits of CPU time do not see that.

On a busy machine honest work waits, too, but it waits for a core, and the kernel counts that time apart: for the worker
and for the judge's own thread, which must wake up to read the answer. What is neither that nor CPU time is idleness.
Where the kernel does not count it, a call may take as long as on a busy machine, and only much longer ones are idle.
"""

import time

from grader.pipe.processes import Process, queued_seconds

_WITHOUT_STATISTICS = 10.0  # seconds that may have been spent waiting for a core count as one idle second


class Idleness:
    """Adds up the idle seconds of the requests to one process.

    Args:
        process: the worker.
    """

    def __init__(self, process: Process) -> None:
        self._process = process
        self._wall = 0.0  # seconds in requests
        self._own_seconds_before = _own_seconds()
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
            at_least: fewer are of no interest.
        """
        unexplained = self._wall - cpu
        if unexplained <= at_least:
            return 0.0
        queued, own = self._process.queued(), _own_seconds()
        if queued is None or own is None or self._own_seconds_before is None:
            return max(self._last, unexplained / _WITHOUT_STATISTICS)
        self._last = max(self._last, unexplained - queued - (own - self._own_seconds_before))
        return self._last


def _own_seconds() -> float | None:
    """Seconds in which this thread computed or waited for a core; None where unknown."""
    queued = queued_seconds()
    return None if queued is None else queued + time.thread_time()
