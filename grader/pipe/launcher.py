"""Starts workers: forked from a process that has torch loaded where that is safe, elsewhere started ahead of need."""

import os
import subprocess
import sys
import tempfile

import msgspec

from grader.isolation import LAYERS
from grader.pipe.control import Begin, Isolation
from grader.pipe.limits import Limits
from grader.pipe.loaded import LoadedProcess
from grader.pipe.processes import Process, SpawnedProcess, boot, environment


def can_fork() -> bool:
    """Whether a process with torch loaded may be forked here: Linux, with handles for processes."""
    if sys.platform != "linux":
        return False  # macOS's own libraries, which torch uses there, forbid it
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:
        return False
    return True


class Launcher:
    """Where workers come from. Several runs may share one: no worker can touch another, nor what starts them.

    Args:
        layers: what is taken from each worker, of `grader.isolation.LAYERS`, as far as the system can.
        fork: fork workers from a loaded process; by default where that is safe.
    """

    def __init__(self, layers: tuple[str, ...] = LAYERS, fork: bool | None = None) -> None:
        self._layers = layers
        self.forks = can_fork() if fork is None else fork
        self._zygotes: dict[bool, LoadedProcess] = {}
        self._ahead: SpawnedProcess | None = None

    def __enter__(self) -> "Launcher":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def prepare(self, limits: Limits, warm: bool = False) -> None:
        """Begin to load torch, so that a worker is at hand when it is needed; returns at once."""
        if not self.forks:
            self._ahead = self._ahead or _start_torch(self._begin(limits, ()))
        elif warm not in self._zygotes:
            self._zygotes[warm] = _load_torch(warm, self._begin(limits, ()))

    def start(self, limits: Limits, warm: bool = False, preload: tuple[str, ...] = ()) -> Process:
        """Start a worker.

        Args:
            limits: what it may use.
            warm: have also what torch loads at the first use of an optimizer.
            preload: further modules that it shall have.

        Raises:
            GraderFault: torch cannot be loaded.
        """
        if not self.forks:
            process, self._ahead = self._ahead, None
            if process is not None and not preload:
                return process
            return _start_torch(self._begin(limits, preload))
        self.prepare(limits, warm)
        try:
            return self._zygotes[warm].fork(self._begin(limits, preload))
        except OSError:
            # what should never end has ended: once more, with a new one
            self._zygotes.pop(warm).close()
            self.prepare(limits, warm)
            return self._zygotes[warm].fork(self._begin(limits, preload))

    def isolation(self, limits: Limits) -> Isolation:
        """What was found, by trying, to hold the workers that this launcher starts."""
        if not self.forks:
            return Isolation()
        for zygote in self._zygotes.values():
            return zygote.loaded().isolation
        # nothing was run yet, and torch is not needed to find out
        command = boot("find_isolation", msgspec.json.encode(self._begin(limits, ())).decode())
        done = subprocess.run(command, capture_output=True, cwd=tempfile.gettempdir(), env=environment(), check=False)
        return msgspec.json.decode(done.stdout, type=Isolation) if done.stdout else Isolation()

    def torch_version(self, limits: Limits) -> str:
        """The version of torch that the workers have; raises GraderFault if it cannot be loaded."""
        if not self.forks:
            import importlib.metadata

            return importlib.metadata.version("torch")
        self.prepare(limits)
        return next(iter(self._zygotes.values())).loaded().torch

    def close(self) -> None:
        """End the loaded processes, and with them every worker that is left."""
        for zygote in self._zygotes.values():
            zygote.close()
        self._zygotes.clear()
        if self._ahead is not None:
            self._ahead.kill()
            self._ahead.wait()
            self._ahead.close()
        self._ahead = None

    def _begin(self, limits: Limits, preload: tuple[str, ...]) -> Begin:
        return Begin(limits.memory_mb, limits.last_resort_seconds, self._layers, preload)


def _load_torch(warm: bool, trial: Begin) -> LoadedProcess:
    """Begin to load torch in a process that forks workers."""
    return LoadedProcess(boot("fork_workers", "warm" * warm, msgspec.json.encode(trial).decode()))


def _start_torch(begin: Begin) -> SpawnedProcess:
    """Start a worker that loads torch for itself."""
    return SpawnedProcess(boot("be_the_worker", msgspec.json.encode(begin).decode()))
