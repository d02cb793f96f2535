"""Units graded side by side: a unit whose judge dies is tried once more, then is not judged, and the rest goes on."""

import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from grader.cohort.judge_process import Fault, Graded
from grader.cohort.judges import Judge, JudgeEnded
from grader.cohort.units import Unit
from grader.pipe.errors import GraderFault

TRIES = 2


@dataclass(frozen=True)
class Pending:
    """A unit that waits to be graded.

    Attributes:
        key: of its result.
        digest: of the unit.
        student: one whose work it is, for showing who is being graded.
    """

    key: str
    digest: str
    student: str


@dataclass(frozen=True)
class Ended:
    """What came of a unit: the grade, or why it could not be judged."""

    pending: Pending
    outcome: Graded | Fault


class Panel:
    """Some judges that share the work.

    Args:
        make_judge: starts a judge that is ready; raises GraderFault where that is impossible.
        size: how many.

    Attributes:
        busy_with: by number of the judge, whose work it grades.
    """

    def __init__(self, make_judge: Callable[[], Judge], size: int) -> None:
        self._make_judge = make_judge
        self._size = size
        self._has_judged = False
        self._stopped = threading.Event()
        self._judges: set[Judge] = set()
        self._lock = threading.Lock()
        self.busy_with: dict[int, str] = {}

    def grade(self, work: Iterator[tuple[Pending, Unit]]) -> Iterator[Ended]:
        """Yield what comes of each unit, as soon as it is known; raises GraderFault if no judge can be started.

        Args:
            work: the units; taken from as they are needed, in the thread that iterates.
        """
        waiting: queue.Queue[tuple[Pending, Unit] | None] = queue.Queue()
        done: queue.Queue[Ended | GraderFault | None] = queue.Queue()
        threads = [
            threading.Thread(target=self._work, args=(number, waiting, done), daemon=True)
            for number in range(self._size)
        ]
        for thread in threads:
            thread.start()
        try:
            yield from self._collect(work, waiting, done)
        finally:
            self.stop()
            for _thread in threads:
                waiting.put(None)
            for thread in threads:
                thread.join(timeout=10)

    def _collect(
        self,
        work: Iterator[tuple[Pending, Unit]],
        waiting: "queue.Queue[tuple[Pending, Unit] | None]",
        done: "queue.Queue[Ended | GraderFault | None]",
    ) -> Iterator[Ended]:
        under_way = 0
        for one in work:
            waiting.put(one)
            under_way += 1
            if under_way >= 2 * self._size:  # one in hand and one at hand for each
                yield _taken(done)
                under_way -= 1
        for _number in range(under_way):
            yield _taken(done)

    def stop(self) -> None:
        """End all judges at once."""
        self._stopped.set()
        with self._lock:
            for judge in self._judges:
                judge.end()

    def _work(
        self,
        number: int,
        waiting: "queue.Queue[tuple[Pending, Unit] | None]",
        done: "queue.Queue[Ended | GraderFault | None]",
    ) -> None:
        judge: Judge | None = None
        while not self._stopped.is_set() and (one := waiting.get()) is not None:
            pending, unit = one
            self.busy_with[number] = pending.student
            outcome: Graded | Fault = Fault("it was not tried")
            for _try in range(TRIES):
                try:
                    judge = judge or self._new_judge()
                    outcome = judge.grade(unit)
                except GraderFault as fault:
                    if not self._has_judged:  # nothing can be graded here, and it says why
                        done.put(fault)
                        return
                    outcome = Fault(str(fault))
                except JudgeEnded as ended:
                    outcome = Fault(f"the judge {ended}")
                if isinstance(outcome, Graded) or self._stopped.is_set():
                    break
                # whatever is wrong with this one, the next try gets a new one
                self._discard(judge)
                judge = None
            done.put(Ended(pending, outcome))
        self._discard(judge)
        self.busy_with.pop(number, None)

    def _new_judge(self) -> Judge:
        judge = self._make_judge()
        self._has_judged = True
        with self._lock:
            self._judges.add(judge)
        return judge

    def _discard(self, judge: Judge | None) -> None:
        if judge is not None:
            with self._lock:
                self._judges.discard(judge)
            judge.end()


def _taken(done: "queue.Queue[Ended | GraderFault | None]") -> Ended:
    while True:
        try:
            # not for ever: the interrupt key works between two looks, on every system
            found = done.get(timeout=0.2)
        except queue.Empty:
            continue
        if isinstance(found, GraderFault):
            raise found
        if found is not None:
            return found
