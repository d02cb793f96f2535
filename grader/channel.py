"""The judge's end of the pipe: start a worker, ask it, and end it from outside when it takes too long.

The judge blocks on the pipe without a time limit of its own; a watchdog thread kills a worker that is over its limits,
and the broken pipe wakes the judge. So a limit holds whatever the learner's code does with signals and exceptions, and
a call costs no more than a write and a read.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from grader.frames import BadFrame, Broken, Load, Ready, Reply, Request, decode_reply, read_frame, write_frame

End = Literal["timeout", "crash"]

_ROOT = Path(__file__).resolve().parent.parent
_WATCH_EVERY = 0.05  # seconds
_WALL_PER_CPU = 3.0  # a worker that sleeps, or waits for a busy machine, gets this many times its CPU limit
_START_SECONDS = 120.0  # wall time for torch to load; on a cold disk it takes a while
# passed on because the interpreter or the operating system needs them; nothing else of the judge's environment is
_PASSED_ON = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "HOME", "USERPROFILE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_BOOT = "import sys; sys.path.insert(0, sys.argv[1]); from grader.worker.main import main; main(*sys.argv[1:])"


class WorkerEnded(BaseException):
    """The worker is gone in the middle of a request.

    A BaseException, so that Hypothesis neither retries nor shrinks it: one hang must not become ten.
    """

    def __init__(self, end: End, message: str) -> None:
        super().__init__(message)
        self.end: End = end
        self.message = message
        self.called = ""  # the call in words, filled in by whoever knows it


class GraderFault(Exception):
    """The grader cannot do its work here, whatever the learner wrote."""


@dataclass(frozen=True)
class Limits:
    """What one submission's code may use: CPU seconds a call and in all, and MiB of memory beyond torch's own."""

    call_seconds: float = 5.0
    submission_seconds: float = 120.0
    memory_mb: int = 1024


class Worker:
    """One worker process. It starts at once; torch loads while the judge does something else.

    Args:
        limits: what the learner's code may use.
        warm: load also what torch would load at the first use of an optimizer.
    """

    def __init__(self, limits: Limits, warm: bool = False) -> None:
        self._limits = limits
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the worker
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-B", "-X", "utf8", "-c", _BOOT, str(_ROOT), str(limits.memory_mb), "warm" * warm],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            cwd=tempfile.gettempdir(),
            env=_environment(),
        )
        self._watchdog = _Watchdog(self._process)
        self._ready = False

    def ask(self, request: Request, cpu_seconds: float | None = None) -> Reply:
        """Send one request and return its reply; raises WorkerEnded, and GraderFault if the worker never got ready."""
        if not self._ready:
            self._wait_until_ready()
        limit = self._limits.call_seconds if cpu_seconds is None else cpu_seconds
        return self._exchange(request, limit)

    def cpu_seconds(self) -> float:
        """CPU time that the process has used, or wall time where another process's clock cannot be read."""
        return self._watchdog.clock()

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._watchdog.stop()
        self._stderr.close()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was still buffered for a process that is gone
                    pass

    def _wait_until_ready(self) -> None:
        self._watchdog.arm(cpu=_START_SECONDS, wall=_START_SECONDS)
        try:
            reply = self._receive()
        except (WorkerEnded, BadFrame):
            self._stderr.seek(0)
            said = self._stderr.read()[-1000:].decode("utf-8", "replace").strip()
            raise GraderFault(f"the process that runs the exercises did not start. {said}") from None
        finally:
            self._watchdog.disarm()
        if isinstance(reply, Broken):
            raise GraderFault(f"torch cannot be imported here ({reply.message}). Install it: pip install -e .")
        if not isinstance(reply, Ready):
            raise GraderFault("the process that runs the exercises did not say that it is ready.")
        self._ready = True

    def _exchange(self, request: Request, limit: float) -> Reply:
        assert self._process.stdin is not None
        self._watchdog.arm(cpu=limit, wall=limit * _WALL_PER_CPU)
        try:
            try:
                write_frame(self._process.stdin, request)
            except OSError:
                raise self._ended(request, limit) from None
            return self._receive(request, limit)
        except BadFrame as error:
            self._process.kill()
            raise WorkerEnded("crash", f"what came back was not an answer ({error})") from None
        finally:
            self._watchdog.disarm()

    def _receive(self, request: Request | None = None, limit: float = _START_SECONDS) -> Reply:
        assert self._process.stdout is not None
        try:
            return decode_reply(read_frame(self._process.stdout))
        except (EOFError, OSError):
            raise self._ended(request, limit) from None

    def _ended(self, request: Request | None, limit: float) -> WorkerEnded:
        # a crash closes the pipe before the process is gone: wait a moment for its own exit status
        try:
            status = self._process.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            status = self._process.wait()
        what = "importing the file" if isinstance(request, Load) else "the call"
        if self._watchdog.fired:
            return WorkerEnded("timeout", f"{what} did not finish within {limit:g} seconds, so it was stopped")
        return WorkerEnded("crash", f"{what} ended the Python process ({_in_words(status)})")


class _Watchdog:
    """Kills one process when its armed CPU or wall limit is over."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
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
        """The process's CPU seconds, read from outside; wall seconds since its start where that is not possible."""
        if sys.platform == "linux":
            try:
                # the kernel's numbering of other processes' CPU clocks, see clock_getcpuclockid(3)
                return time.clock_gettime((~self._process.pid << 3) | 2)
            except OSError:  # the process is gone
                return 0.0
        return (time.monotonic() - self._since) / _WALL_PER_CPU

    def _watch(self) -> None:
        while not self._over.wait(_WATCH_EVERY):
            deadlines = self._deadlines
            if deadlines is not None and (self.clock() > deadlines[0] or time.monotonic() > deadlines[1]):
                self.fired = True
                self._process.kill()
                return


def _environment() -> dict[str, str]:
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    # one thread: at these sizes a second one only costs, and idle threads would eat the CPU limit
    return passed_on | dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")


def _in_words(status: int) -> str:
    if status < 0:
        import signal

        try:
            return f"signal {signal.Signals(-status).name}"
        except ValueError:
            return f"signal {-status}"
    return f"exit status {status}"
