"""Calls that are likely to be made are made ahead, in a second worker: two cores do more than one.

The tests make the same calls at every save. So whoever grades an exercise again can have them made beside the tests,
which then find most replies waiting. This is for modules that keep nothing from call to call: any worker gives the same
reply.
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from grader.pipe.codec import digest_of
from grader.pipe.errors import GraderFault, WorkerEnded
from grader.pipe.frames import Call, Reply
from grader.source.module import Source

_LONG = 0.005  # CPU seconds of a call that is worth to begin with, for it would be waited for
_MOST = 400  # calls that are remembered of an exercise


class Asks(Protocol):
    """Workers, as far as calls that are made ahead need them."""

    def ask(self, source: Source, request: Call) -> Reply:
        """Send a call to the module; raises WorkerEnded."""

    def cpu_seconds(self) -> float:
        """CPU seconds so far."""

    def kill(self) -> None:
        """Begin to end the worker, from any thread."""

    def stop(self) -> None:
        """End the worker."""


class Foresight:
    """Which calls were made of each exercise lately, for a session that grades them again and again."""

    def __init__(self) -> None:
        self._lately: dict[str, dict[bytes, tuple[Call, float]]] = {}  # in the last run
        self._now: dict[str, dict[bytes, tuple[Call, float]]] = {}

    def keep(self, exercise: str, call: Call, seconds: float) -> None:
        """Remember a call, and how many CPU seconds it took."""
        made = self._now.setdefault(exercise, {})
        if len(made) < _MOST:
            made[digest_of(call)] = (call, seconds)

    def calls(self, exercise: str) -> list[Call]:
        """The calls of the last run and of the one before, the long ones first; another run begins."""
        now = self._now.pop(exercise, {})
        known = [*(self._lately.get(exercise, {}) | now).values()]
        self._lately[exercise] = now
        longest = sorted((one for one in known if one[1] >= _LONG), key=lambda one: -one[1])
        return [call for call, _seconds in (*longest, *(one for one in known if one[1] < _LONG))]


@dataclass
class _Made:
    """A call that is being made ahead, and what came of it.

    Attributes:
        is_over: set when that is known.
        result: the reply or how the worker ended; None if there is neither.
        seconds: of CPU.
    """

    is_over: threading.Event
    result: Reply | WorkerEnded | None = None
    seconds: float = 0.0


class MadeAhead:
    """Makes calls of a module in a thread, until all are made or somebody has no more use for them.

    Args:
        workers: for this alone.
        source: the module; it keeps nothing from call to call.
        calls: in the order in which they are made.
    """

    def __init__(self, workers: Asks, source: Source, calls: list[Call]) -> None:
        self._workers = workers
        self._source = source
        self._waiting = {digest_of(call): call for call in calls}
        self._made: dict[bytes, _Made] = {}
        self._lock = threading.Lock()
        threading.Thread(target=self._make_all, daemon=True, name="calls ahead").start()

    def take(self, call: Call) -> tuple[Reply | WorkerEnded, float] | None:
        """What came of a call, and its CPU seconds; None if it was not begun, and then it will not be."""
        key = digest_of(call)
        with self._lock:
            self._waiting.pop(key, None)
            made = self._made.pop(key, None)  # who makes the same call twice wants to see it made twice
        if made is None:
            return None
        made.is_over.wait()
        return None if made.result is None else (made.result, made.seconds)

    def stop(self) -> None:
        """Make no further call, and give up the one that is being made."""
        with self._lock:
            self._waiting.clear()
        self._workers.kill()

    def _make_all(self) -> None:
        for call, made in self._next():
            before = self._workers.cpu_seconds()
            try:
                made.result = self._workers.ask(self._source, call)
            except WorkerEnded as ended:
                made.result = ended
                self.stop()
            except (GraderFault, OSError):  # no worker, or none any more: whoever needs one will be told
                self.stop()
            finally:
                made.seconds = self._workers.cpu_seconds() - before
                made.is_over.set()
        self._workers.stop()

    def _next(self) -> Iterator[tuple[Call, _Made]]:
        while True:
            with self._lock:
                if not self._waiting:
                    return
                key = next(iter(self._waiting))
                call, made = self._waiting.pop(key), _Made(threading.Event())
                self._made[key] = made
            yield call, made
