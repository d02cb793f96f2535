"""Units graded side by side: a unit whose judge dies is tried once more, then is not judged, and the rest goes on."""

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
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
        exercise: its name.
        student: one whose work it is, for showing who is being graded.
    """

    key: str
    digest: str
    exercise: str
    student: str


@dataclass(frozen=True)
class Ended:
    """What came of a unit: the grade, or why it could not be judged."""

    pending: Pending
    outcome: Graded | Fault


Load = Callable[[Pending], Unit]


class _Rows:
    """What is to be graded, in a row for each judge, with all of an exercise in one: whoever stays with it knows it."""

    def __init__(self, work: Sequence[Pending], count: int) -> None:
        groups: dict[str, list[Pending]] = {}
        for pending in work:
            groups.setdefault(pending.exercise, []).append(pending)
        self._rows: list[deque[Pending]] = [deque() for _judge in range(count)]
        for group in sorted(groups.values(), key=len, reverse=True):
            min(self._rows, key=len).extend(group)

    def next_for(self, judge: int) -> Pending | None:
        """The next unit of this judge's row; when that is empty, the last one of the longest."""
        if self._rows[judge]:
            return self._rows[judge].popleft()
        longest = max(self._rows, key=len)
        return longest.pop() if longest else None


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

    def grade(self, work: Sequence[Pending], load: Load) -> Iterator[Ended]:
        """Yield what comes of each unit, as soon as it is known; raises GraderFault if no judge can be started.

        Args:
            work: what is to be graded.
            load: reads a unit when its turn comes, in the thread that iterates.
        """
        waiting: list[_Waiting] = [queue.Queue() for _judge in range(self._size)]
        done: _Done = queue.Queue()
        threads = [
            threading.Thread(target=self._work, args=(number, waiting[number], done), daemon=True)
            for number in range(self._size)
        ]
        for thread in threads:
            thread.start()
        try:
            yield from self._collect(_Rows(work, self._size), load, waiting, done)
        finally:
            self.stop()
            for one in waiting:
                one.put(None)
            for thread in threads:
                thread.join(timeout=10)

    def _collect(self, rows: _Rows, load: Load, waiting: "Sequence[_Waiting]", done: "_Done") -> Iterator[Ended]:
        under_way = 0
        for judge in (*range(self._size), *range(self._size)):  # one in hand and one at hand for each
            under_way += _hand_out(rows, load, judge, waiting)
        while under_way:
            judge, ended = _taken(done)
            under_way += _hand_out(rows, load, judge, waiting) - 1
            yield ended

    def stop(self) -> None:
        """End all judges at once."""
        self._stopped.set()
        with self._lock:
            for judge in self._judges:
                judge.end()

    def _work(self, number: int, waiting: "_Waiting", done: "_Done") -> None:
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
            done.put((number, Ended(pending, outcome)))
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


_Waiting = queue.Queue[tuple[Pending, Unit] | None]
_Done = queue.Queue[tuple[int, Ended] | GraderFault]


def _hand_out(rows: _Rows, load: Load, judge: int, waiting: Sequence[_Waiting]) -> bool:
    """Give a judge something to do, if there is anything left."""
    pending = rows.next_for(judge)
    if pending is not None:
        waiting[judge].put((pending, load(pending)))
    return pending is not None


def _taken(done: _Done) -> tuple[int, Ended]:
    while True:
        try:
            # not for ever: the interrupt key works between two looks, on every system
            found = done.get(timeout=0.2)
        except queue.Empty:
            continue
        if isinstance(found, GraderFault):
            raise found
        return found
