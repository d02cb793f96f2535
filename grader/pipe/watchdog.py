"""A thread that ends a process which takes too long, whatever that process does with signals and exceptions."""

import threading
import time

from grader.pipe.processes import Process

WALL_PER_CPU = 3.0  # a worker that sleeps, or waits for a busy machine, gets this many times its CPU limit in wall time
_WATCH_EVERY = 0.05  # seconds


class Watchdog:
    """Kills one process when its armed CPU or wall limit is over."""

    def __init__(self, process: Process) -> None:
        self.fired = False
        self._process = process
        self._since = time.monotonic()
        self._deadlines: tuple[float, float] | None = None
        self._over = threading.Event()
        threading.Thread(target=self._watch, daemon=True, name="watchdog").start()

    def arm(self, cpu: float, wall: float) -> None:
        """Limit what happens from now on, in seconds."""
        self._deadlines = (self.clock() + cpu, time.monotonic() + wall)

    def disarm(self) -> None:
        """Lift the limit."""
        self._deadlines = None

    def stop(self) -> None:
        """End the thread."""
        self._over.set()

    def clock(self) -> float:
        """The process's CPU seconds, read from outside; a part of the wall time where that is not possible."""
        seconds = self._process.clock()
        return (time.monotonic() - self._since) / WALL_PER_CPU if seconds is None else seconds

    def _watch(self) -> None:
        while not self._over.wait(_WATCH_EVERY):
            deadlines = self._deadlines
            if deadlines is not None and (self.clock() > deadlines[0] or time.monotonic() > deadlines[1]):
                self.fired = True
                self._process.kill()
                return
