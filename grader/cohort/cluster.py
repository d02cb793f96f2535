"""The same units on many machines, by Dask: its workers grade, this process hands out and keeps the results.

Addresses, timeouts and TLS are Dask's own configuration (`DASK_DISTRIBUTED__COMM__…`, `tls://`).
"""

import hashlib
import importlib
import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from grader.cohort import remote
from grader.cohort.judge_process import Fault, Graded, decode_reply, encode
from grader.cohort.panel import Ended, Load, Pending
from grader.cohort.units import Settings, Unit
from grader.course.file import Course
from grader.pipe.errors import GraderFault

# by name and text, so that a worker with another grader, or none, can still be asked
_ABOUT = "__import__('importlib').import_module('grader.cohort.remote').about()"
_CONNECT_SECONDS = 30
_LOOK_SECONDS = 2.0  # between two looks for workers that have come
_REFUSED_SECONDS = 5.0  # where all that there are cannot be used
_LOST_SECONDS = 120.0  # without any worker, a new one may still be starting
_AT_HAND = 2  # units that wait at a worker for each of its threads


class Cluster:
    """A Dask cluster as judges.

    Args:
        address: of the scheduler.
        course: travels to the workers.
        settings: how to grade.

    Attributes:
        busy_with: by number, whose work is being graded.
        refused: by address of a worker, why nothing is given to it.

    Raises:
        GraderFault: no scheduler there, or dask.distributed is not installed.
    """

    def __init__(self, address: str, course: Course, settings: Settings) -> None:
        try:
            self._dask: Any = importlib.import_module("distributed")
        except ImportError:
            said = "grading on many machines needs dask.distributed: pip install -e '.[cluster]'"
            raise GraderFault(said) from None
        try:
            self._client = self._dask.Client(address, timeout=_CONNECT_SECONDS)
        except (OSError, ValueError, TimeoutError) as error:
            raise GraderFault(f"{address}: no Dask scheduler answers there ({error})") from None
        self._archive = remote.pack_course(course)
        self._settings = msgspec.msgpack.encode(settings)
        # another run has judges of its own
        self._name = f"{hashlib.sha256(self._archive).hexdigest()[:16]}-{secrets.token_hex(8)}"
        self._own = remote.about()
        self._ready: dict[str, int] = {}  # threads by worker
        self._last_look = 0.0
        self.busy_with: dict[int, str] = {}
        self.refused: dict[str, str] = {}

    def grade(self, work: Sequence[Pending], load: Load) -> Iterator[Ended]:
        """Yield what comes of each unit; raises GraderFault when no worker is left; arguments as for a panel."""
        # a judge that grades an exercise again knows its tests
        left = iter(sorted(work, key=lambda one: one.exercise))
        under_way: dict[Any, tuple[Pending, Unit]] = {}
        again: list[tuple[Pending, Unit]] = []
        is_empty = False
        without_worker = time.monotonic()
        try:
            while True:
                self._look_for_workers()
                if self._ready:
                    without_worker = time.monotonic()
                elif time.monotonic() - without_worker > self._patience(bool(under_way)):
                    raise GraderFault(self._why_nobody_grades())
                while self._ready and len(under_way) < _AT_HAND * sum(self._ready.values()):
                    following = next(left, None) if not again else None
                    if not again and following is None:
                        is_empty = True
                        break
                    one = again.pop() if following is None else (following, load(following))
                    under_way[self._submit(one)] = one
                if is_empty and not under_way and not again:
                    return
                if not under_way:
                    time.sleep(0.2)
                    continue
                try:
                    done = self._dask.wait(list(under_way), timeout=_LOOK_SECONDS, return_when="FIRST_COMPLETED").done
                except TimeoutError:
                    continue
                for future in done:
                    pending, unit = under_way.pop(future)
                    outcome = self._outcome(future)
                    if outcome is None:
                        again.append((pending, unit))
                    else:
                        yield Ended(pending, outcome)
                self.busy_with = dict(enumerate(dict.fromkeys(one.student for one, _unit in under_way.values())))
        finally:
            self.stop(list(under_way))

    def _patience(self, has_begun: bool) -> float:
        """Seconds to wait for a worker that can be used."""
        if has_begun:
            return _LOST_SECONDS
        return _REFUSED_SECONDS if self.refused else _CONNECT_SECONDS

    def _submit(self, one: tuple[Pending, Unit]) -> Any:
        pending, unit = one
        return self._client.submit(
            remote.grade_there,
            self._name,
            encode(unit),
            key=f"{pending.key}-{secrets.token_hex(4)}",
            workers=list(self._ready),
            pure=False,
            retries=0,
        )

    def _outcome(self, future: Any) -> Graded | Fault | None:
        """What came of a unit; None if it has to be handed out again."""
        try:
            reply = future.result()
        except self._dask.KilledWorker as error:
            return Fault(f"the workers that graded it were killed ({error})")
        except Exception as error:  # cancelled when the last worker of a unit went, or a fault on the way
            if future.status in ("cancelled", "lost"):
                return None
            return Fault(f"{type(error).__name__}: {error}")
        if reply == remote.NOT_PREPARED:  # a worker that has started again at the same address
            self._ready.clear()
            self._last_look = 0.0
            return None
        outcome = decode_reply(reply)
        assert isinstance(outcome, Graded | Fault)
        return outcome

    def _look_for_workers(self) -> None:
        if time.monotonic() - self._last_look < _LOOK_SECONDS:
            return
        self._last_look = time.monotonic()
        workers: Mapping[str, Any] = self._client.scheduler_info(n_workers=-1)["workers"]
        self._ready = {address: threads for address, threads in self._ready.items() if address in workers}
        new = [address for address in workers if address not in self._ready and address not in self.refused]
        if not new:
            return
        for address, said in self._client.run(eval, _ABOUT, workers=new, on_error="return").items():
            why = self._difference(said)
            if why:
                self.refused[address] = why
        fit = [address for address in new if address not in self.refused]
        if not fit:
            return
        problems = self._client.run(
            remote.prepare, self._name, self._archive, self._settings, workers=fit, on_error="return"
        )
        for address, problem in problems.items():
            if problem:
                self.refused[address] = str(problem)
            else:
                self._ready[address] = workers[address]["nthreads"]

    def _difference(self, said: Any) -> str:
        """Why a worker is refused that says this of itself; "" if it grades as we would."""
        if not isinstance(said, dict):
            return f"it has no grader like this one ({type(said).__name__}: {said})"
        differs = [name for name in self._own if said.get(name) != self._own[name]]
        if "grader" in differs:
            return "its grader is another one"
        return ", ".join(f"its {name} is {said.get(name)}, not {self._own[name]}" for name in differs)

    def _why_nobody_grades(self) -> str:
        if not self.refused:
            return "the Dask scheduler has no worker"
        refused = "; ".join(f"{address}: {why}" for address, why in sorted(self.refused.items()))
        return f"the Dask scheduler has no worker that can be used ({refused})"

    def stop(self, futures: "list[Any] | None" = None) -> None:
        """Take back what is handed out, and end the judges there."""
        try:
            self._client.cancel(futures or [], force=True)
            self._client.run(remote.forget, self._name, workers=list(self._ready), on_error="ignore")
        except Exception:  # the scheduler may be gone, and we are leaving anyway
            pass
        self._client.close(timeout=5)
