"""Every attempt judged, in as many judge processes as there are cores; one that ends or stands still is replaced."""

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from grader.isolation import LAYERS
from tests.hostile.attempt import ROOT, Attempt
from tests.hostile.judging import Outcome
from tests.hostile.outside import SECRET_VARIABLE

PATIENCE = 150.0  # seconds for one attempt; a judge that takes longer stands still, however busy the machine is
WITHOUT_KERNEL = tuple(layer for layer in LAYERS if layer not in ("landlock", "seccomp"))


def judge_all(attempts: Sequence[Attempt], layers: tuple[str, ...] = LAYERS) -> dict[str, Outcome]:
    """Return what comes of each attempt, by name.

    Args:
        attempts: to be judged.
        layers: what workers are held by; `WITHOUT_KERNEL` leaves out Landlock and seccomp.
    """
    # each judge begins with another course, for it remembers answers of known modules, and helps with the rest then
    courses: dict[Path, deque[Attempt]] = {}
    for attempt in attempts:
        courses.setdefault(attempt.course_root, deque()).append(attempt)
    waiting = list(courses.values())
    outcomes: dict[str, Outcome] = {}

    def work(number: int) -> None:
        first = number % len(waiting)
        outcomes.update(_judge_these([*waiting[first:], *waiting[:first]], layers))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(min(4, os.cpu_count() or 1))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def _judge_these(waiting: Sequence[deque[Attempt]], layers: tuple[str, ...]) -> dict[str, Outcome]:
    outcomes: dict[str, Outcome] = {}
    judge: _Judge | None = None
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        for attempt in _taken(waiting):
            judge = judge or _Judge(Path(folder), layers)
            outcomes[attempt.name] = judge.ask(attempt)
            if outcomes[attempt.name].problem:
                judge.end()
                judge = None
        if judge is not None:
            judge.end()
    return outcomes


def _taken(waiting: Sequence[deque[Attempt]]) -> Iterator[Attempt]:
    """Attempts that no other judge has taken, until there are none."""
    for queue in waiting:
        with contextlib.suppress(IndexError):
            while True:
                yield queue.popleft()


class _Judge:
    """One judge process, with a home and a temporary folder of its own."""

    def __init__(self, folder: Path, layers: tuple[str, ...]) -> None:
        for name in ("home", "tmp"):
            (folder / name).mkdir(exist_ok=True)
        (folder / "socket").unlink(missing_ok=True)
        own = {"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"), SECRET_VARIABLE: secrets.token_hex(8)}
        self._process = subprocess.Popen(
            # -B: what is written beside the sources shall be a trace of an attempt
            [sys.executable, "-B", "-m", "tests.hostile.judging", str(folder), *layers],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env=os.environ | own,
            text=True,
            start_new_session=True,
        )

    def ask(self, attempt: Attempt) -> Outcome:
        """Have one attempt judged."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        impatient = threading.Event()

        def lose_patience() -> None:
            impatient.set()
            self._process.kill()

        timer = threading.Timer(PATIENCE, lose_patience)
        timer.start()
        try:
            self._process.stdin.write(attempt.name + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except OSError:
            line = ""
        timer.cancel()
        if line:
            return msgspec.json.decode(line, type=Outcome)
        status = self._process.wait()
        end = f"stood still for {PATIENCE:g} seconds" if impatient.is_set() else f"ended with status {status}"
        return Outcome(attempt.name, effects=("stops the judge",), problem=f"the judge {end}")

    def end(self) -> None:
        """End the judge, and what it started."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.close()
            self._process.wait(timeout=10)
        except (OSError, subprocess.TimeoutExpired):
            self._process.kill()
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self._process.wait()
        self._process.stdout.close()
