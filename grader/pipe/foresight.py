"""Long calls that are likely to be made are made ahead, in a second worker: two cores do more than one.

The tests make the same calls at every save. So whoever grades an exercise again knows which calls took long, and has
them made beside the others. This is for modules that keep nothing from call to call: any worker gives the same reply.
"""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from grader.pipe.errors import GraderFault, WorkerEnded
from grader.pipe.frames import Call, Reply
from grader.source.module import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from grader.pipe.pool import Workers

_LONG = 0.005  # CPU seconds of a call; of shorter ones none is worth another worker
_MOST = 40  # calls that are made ahead


class Foresight:
    """Which calls of each exercise took long lately, for a session that grades them again and again."""

    def __init__(self) -> None:
        self._lately: dict[str, dict[bytes, tuple[float, Call]]] = {}  # in the last run
        self._now: dict[str, dict[bytes, tuple[float, Call]]] = {}

    def keep(self, exercise: str, call: Call, seconds: float) -> None:
        """Remember how many CPU seconds a call took, if they were many."""
        if seconds >= _LONG:
            self._now.setdefault(exercise, {})[_digest(call)] = (seconds, call)

    def long_calls(self, exercise: str) -> list[Call]:
        """The calls that took long in the last run or in the one before, the longest first; another run begins."""
        now = self._now.pop(exercise, {})
        known = self._lately.get(exercise, {}) | now
        self._lately[exercise] = now
        return [call for _seconds, call in sorted(known.values(), key=lambda one: -one[0])][:_MOST]


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

    def __init__(self, workers: "Workers", source: Source, calls: list[Call]) -> None:
        self._workers = workers
        self._source = source
        self._waiting = {_digest(call): call for call in calls}
        self._made: dict[bytes, _Made] = {}
        self._lock = threading.Lock()
        threading.Thread(target=self._make_all, daemon=True, name="calls ahead").start()

    def take(self, call: Call) -> tuple[Reply | WorkerEnded, float] | None:
        """What came of a call, and its CPU seconds; None if it was not begun, and then it will not be."""
        key = _digest(call)
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


def _digest(call: Call) -> bytes:
    return hashlib.sha256(msgspec.msgpack.encode(call)).digest()
