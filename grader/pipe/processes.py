"""A running worker as the judge holds it: two ends of its pipe, its CPU clock, and the means to end it."""

import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from typing import IO, Protocol

from grader.package import ROOT, dependency_folders
from grader.pipe.control import MAX_MESSAGE, Exit, decode_exit

# passed on because the interpreter or the operating system needs them; nothing else of the judge's environment is
_PASSED_ON = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "HOME", "USERPROFILE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
# A fork copies a table of all pages: with two megabytes in each instead of four kilobytes, starting and ending a worker
# takes a third of the CPU time. glibc asks the kernel for such pages, and Python's own allocator never would.
_HUGE_PAGES = {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1", "PYTHONMALLOC": "malloc"}
_BOOT = """
import os, sys
root, packages = sys.argv[1:3]
sys.path.insert(0, root)
sys.path += [folder for folder in packages.split(os.pathsep) if folder not in sys.path]
from {module} import {main}
{main}(root, *sys.argv[3:])
"""


class Process(Protocol):
    """A worker, however it was started."""

    requests: IO[bytes]
    replies: IO[bytes]

    def clock(self) -> float | None:
        """CPU seconds so far; None where another process's clock cannot be read, or when it is gone."""

    def queued(self) -> float | None:
        """Seconds so far in which it could have computed but other processes had the cores; None where unknown."""

    def kill(self) -> None:
        """End it, whatever it is doing."""

    def wait(self, timeout: float | None = None) -> Exit | None:
        """How it ended; None if it has not within `timeout` seconds."""

    def last_words(self) -> str:
        """What it wrote to stderr before it was ready, if anything."""

    def close(self) -> None:
        """Give back what the judge holds of it."""


def boot(main: str, *arguments: str, module: str = "grader.worker.main", keeps_bytecode: bool = False) -> list[str]:
    """The command line that starts a function of a module in a process of its own.

    Args:
        main: the function.
        arguments: what it is given, behind the folder from which `grader` is imported.
        module: where it is.
        keeps_bytecode: whether what it imports may be compiled for the next time, as in the judge itself.
    """
    bytecode = () if keeps_bytecode and not sys.dont_write_bytecode else ("-B",)
    code = _BOOT.format(module=module, main=main)
    # isolated: neither the current folder nor the user's packages have a say in what is imported, and the environment,
    # which is ours alone, has one in how memory is allocated
    return [sys.executable, "-s", "-P", *bytecode, "-X", "utf8", "-c", code, *_import_path(), *arguments]


def _import_path() -> tuple[str, str]:
    return str(ROOT), os.pathsep.join(dependency_folders())


def environment() -> dict[str, str]:
    """All that a process with torch gets of the judge's environment."""
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    # one thread: at these sizes a second one only costs, and a process with threads cannot be forked
    passed_on |= dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    return passed_on | (_HUGE_PAGES if sys.platform == "linux" else {})


def cpu_clock(pid: int) -> float | None:
    """CPU seconds of another process, or None where that cannot be known."""
    if sys.platform != "linux":
        return None
    try:
        # the kernel's numbering of other processes' CPU clocks, see clock_getcpuclockid(3)
        return time.clock_gettime((~pid << 3) | 2)
    except OSError:  # the process is gone
        return None


def queued_seconds(pid: int | str = "thread-self") -> float | None:
    """Seconds in which a process, or this thread, was ready to run and waited for a core; None where unknown."""
    try:
        with open(f"/proc/{pid}/schedstat", "rb") as file:
            return int(file.read().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):  # not Linux, a kernel without these statistics, or the process is gone
        return None


class SpawnedProcess:
    """A worker that was started as a program and loads what it needs for itself.

    Args:
        command: the command line.
    """

    def __init__(self, command: list[str]) -> None:
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the worker
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            cwd=tempfile.gettempdir(),
            env=environment(),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.requests: IO[bytes] = self._process.stdin
        self.replies: IO[bytes] = self._process.stdout

    def clock(self) -> float | None:
        """See Process."""
        return cpu_clock(self._process.pid)

    def queued(self) -> float | None:
        """See Process."""
        return queued_seconds(self._process.pid)

    def kill(self) -> None:
        """See Process."""
        self._process.kill()

    def wait(self, timeout: float | None = None) -> Exit | None:
        """See Process."""
        try:
            return Exit(self._process.wait(timeout))
        except subprocess.TimeoutExpired:
            return None

    def last_words(self) -> str:
        """See Process."""
        return read_back(self._stderr)

    def close(self) -> None:
        """See Process."""
        self._stderr.close()
        close_pipes(self.requests, self.replies)


class ForkedProcess:
    """A worker that was forked from a loaded process, which alone can wait for it.

    Args:
        pid: of the worker.
        pidfd: a handle of the worker that cannot come to mean another process.
        channel: the judge's end.
        ended: where the loaded process reports the worker's end.
    """

    def __init__(self, pid: int, pidfd: int, channel: socket.socket, ended: int) -> None:
        self._pid = pid
        self._pidfd = pidfd
        self._ended = ended
        self._exit: Exit | None = None
        self.requests: IO[bytes] = os.fdopen(os.dup(channel.fileno()), "wb")
        self.replies: IO[bytes] = os.fdopen(channel.detach(), "rb")

    def clock(self) -> float | None:
        """See Process."""
        return cpu_clock(self._pid) if self._exit is None else self._exit.cpu_seconds

    def queued(self) -> float | None:
        """See Process."""
        return queued_seconds(self._pid) if self._exit is None else None

    def kill(self) -> None:
        """See Process."""
        try:
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def wait(self, timeout: float | None = None) -> Exit | None:
        """See Process."""
        if self._exit is None:
            poll = select.poll()
            poll.register(self._ended, select.POLLIN)
            if not poll.poll(None if timeout is None else 1000 * timeout):
                return None
            report = os.read(self._ended, MAX_MESSAGE)
            # it is empty if the loaded process is gone; the kernel has killed its workers then
            self._exit = decode_exit(report) if report else Exit(-signal.SIGKILL)
        return self._exit

    def last_words(self) -> str:
        """See Process."""
        return ""

    def close(self) -> None:
        """See Process."""
        os.close(self._pidfd)
        os.close(self._ended)
        close_pipes(self.requests, self.replies)


def read_back(file: IO[bytes]) -> str:
    """The end of what a process wrote to this file."""
    file.seek(0)
    return file.read()[-1000:].decode("utf-8", "replace").strip()


def close_pipes(*pipes: IO[bytes]) -> None:
    """Close them, even where the other end is gone."""
    for pipe in pipes:
        try:
            pipe.close()
        except OSError:  # what was still buffered for a process that is gone
            pass
