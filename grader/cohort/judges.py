"""The judges of this machine: processes that stay warm, and are replaced when they die or hang."""

import subprocess
import sys
import tempfile
import threading
from typing import IO, Protocol, cast

import msgspec

from grader.cohort.judge_process import Fault, Graded, Orders, Ready, Unable, decode_reply, read_frame, write_frame
from grader.cohort.units import Unit
from grader.package import ROOT
from grader.pipe.errors import GraderFault
from grader.pipe.limits import Limits

_BOOT = "import sys; sys.path.insert(0, sys.argv[1]); from grader.cohort.judge_process import main; main()"
_START_SECONDS = 180.0  # for torch to load on a cold disk, beside others that do the same


class JudgeEnded(Exception):
    """A judge died or was ended, and how, in words."""


class Judge(Protocol):
    """Whatever grades one unit after the other."""

    def grade(self, unit: Unit) -> Graded | Fault:
        """Grade a unit; raises JudgeEnded, after which this judge grades nothing more."""

    def end(self) -> None:
        """End it at once."""


def patience(limits: Limits) -> float:
    """Wall seconds after which a judge hangs: more than a unit may take by its own limits, three times as slow."""
    return 3 * limits.submission_seconds + 120


class LocalJudge:
    """A judge process on this machine.

    Args:
        orders: what it grades with.
        unit_seconds: wall seconds after which it is taken to hang.
    """

    def __init__(self, orders: Orders, unit_seconds: float) -> None:
        self._unit_seconds = unit_seconds
        self._stderr: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the process
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-c", _BOOT, str(ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            cwd=tempfile.gettempdir(),
            start_new_session=True,  # what interrupts us must not interrupt a judge half-way
        )
        self._orders = orders

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def started(self) -> "LocalJudge":
        """Wait until it can grade, and return it; raises GraderFault where it cannot, and ends it."""
        try:
            reply = self._ask(self._orders, _START_SECONDS)
        except JudgeEnded as ended:
            self.end()
            raise GraderFault(f"a judge did not start: it {ended}") from None
        except BaseException:
            self.end()
            raise
        if isinstance(reply, Unable):
            self.end()
            raise GraderFault(reply.message)
        assert isinstance(reply, Ready)
        return self

    def grade(self, unit: Unit) -> Graded | Fault:
        """Grade a unit; raises JudgeEnded if the process dies or hangs instead."""
        reply = self._ask(unit, self._unit_seconds)
        assert isinstance(reply, Graded | Fault)
        return reply

    def _ask(self, message: object, seconds: float) -> Ready | Unable | Graded | Fault:
        late = threading.Event()

        def lose_patience() -> None:
            late.set()
            self._process.kill()

        timer = threading.Timer(seconds, lose_patience)
        timer.daemon = True
        timer.start()
        try:
            write_frame(cast("IO[bytes]", self._process.stdin), message)  # type: ignore[arg-type]  # a BufferedWriter
            frame = read_frame(cast("IO[bytes]", self._process.stdout))  # type: ignore[arg-type]  # a BufferedReader
        except (OSError, ValueError):
            frame = None
        finally:
            timer.cancel()
        if frame is not None:
            try:
                return decode_reply(frame)
            except msgspec.DecodeError:
                pass
        self._process.kill()
        status = self._process.wait()
        how = f"stood still for {seconds:.0f} seconds" if late.is_set() else f"ended with status {status}"
        raise JudgeEnded(f"{how}. {self._last_words()}".strip())

    def _last_words(self) -> str:
        try:
            self._stderr.seek(0)
            lines = self._stderr.read()[-2000:].decode("utf-8", "replace").strip().splitlines()
        except ValueError:  # another thread has ended this judge, and closed the file
            return ""
        return lines[-1][:300] if lines else ""

    def end(self) -> None:
        """End it, and with it its workers."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._stderr):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was still to be sent to a process that is gone
                    pass
