"""Starts workers: forked from a process that has torch loaded where that is safe, elsewhere started ahead of need."""

import itertools
import os
import subprocess
import sys
import tempfile
import threading

import msgspec

from grader.isolation import LAYERS
from grader.pipe.control import Begin, Isolation
from grader.pipe.fork_server import LoadedProcess
from grader.pipe.limits import Limits
from grader.pipe.processes import Process, SpawnedProcess, boot, environment
from grader.pipe.torch_parts import Needs

_SLOW = ("hypothesis",)  # packages that are loaded before workers are forked


def can_fork() -> bool:
    """Whether a process with torch loaded may be forked here: Linux, with handles for processes."""
    if sys.platform != "linux":
        return False  # macOS's own libraries, which torch uses there, forbid it
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:
        return False
    return True


_Kind = tuple[bool, Begin]  # of worker: with all of torch, and how it begins
_Loaded = tuple[bool, tuple[str, ...]]  # of process to fork from: with all of torch, and what is loaded besides


def _loaded_for(needs: Needs) -> _Loaded:
    """What should be loaded before workers are forked: of their modules, those that take longest."""
    return needs.everything, tuple(sorted(name for name in needs.modules if name.partition(".")[0] in _SLOW))


class Launcher:
    """Where workers come from. Several runs may share one: no worker can touch another, nor what starts them.

    Args:
        layers: what is taken from each worker, of `grader.isolation.LAYERS`, as far as the system can.
        fork: fork workers from a loaded process; by default where that is safe.
    """

    def __init__(self, layers: tuple[str, ...] = LAYERS, fork: bool | None = None) -> None:
        self._layers = layers
        self.forks = can_fork() if fork is None else fork
        self._zygotes: dict[_Loaded, LoadedProcess] = {}
        self._ready: dict[_Kind, list[Process]] = {}  # started ahead, of each kind that was needed so far
        self._ahead: SpawnedProcess | None = None
        self._lock = threading.RLock()  # one worker after the other, whichever thread wants it

    def __enter__(self) -> "Launcher":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def prepare(self, limits: Limits, needs: Needs | None = None) -> None:
        """Begin to load torch, so that a worker is at hand when it is needed; returns at once."""
        loaded = _loaded_for(needs or Needs())
        with self._lock:
            if not self.forks:
                self._ahead = self._ahead or _start_torch(self._begin(limits, ()), everything=False)
            elif loaded not in self._zygotes:
                self._zygotes[loaded] = _load_torch(loaded[0], self._begin(limits, loaded[1]))

    def start(self, limits: Limits, needs: Needs | None = None) -> Process:
        """Start a worker.

        Args:
            limits: what it may use.
            needs: what it must have; None if the usual parts of torch will do.

        Raises:
            GraderFault: torch cannot be loaded.
        """
        with self._lock:
            return self._start(limits, needs or Needs())

    def _start(self, limits: Limits, needs: Needs) -> Process:
        begin = self._begin(limits, tuple(sorted(needs.modules)))
        if not self.forks:
            process, self._ahead = self._ahead, None
            if process is not None and Needs().cover(needs):
                return process
            return _start_torch(begin, needs.everything)
        waiting = self._ready.setdefault((needs.everything, begin), [])
        # one that was waiting is gone if what it was forked from is
        while waiting:
            ready = waiting.pop()
            if ready.wait(timeout=0) is None:
                return ready
        return self._fork(needs, begin, limits)

    def start_ahead(self, limits: Limits, number: int = 1) -> None:
        """Have so many of each kind of worker waiting that was needed so far, for whoever goes on later."""
        with self._lock:
            if not self.forks:
                self.prepare(limits)
            for (everything, begin), waiting in self._ready.items():
                needs = Needs(everything, frozenset(begin.preload))
                while len(waiting) < number:
                    waiting.append(self._fork(needs, begin, limits))

    def _fork(self, needs: Needs, begin: Begin, limits: Limits) -> Process:
        loaded = _loaded_for(needs)
        self.prepare(limits, needs)
        try:
            return self._zygotes[loaded].fork(begin)
        except OSError:
            # what should never end has ended: once more, with a new one
            self._zygotes.pop(loaded).close()
            self.prepare(limits, needs)
            return self._zygotes[loaded].fork(begin)

    @property
    def is_loading(self) -> bool:
        """Whether a process still loads what workers are forked with."""
        return any(zygote.is_loading for zygote in list(self._zygotes.values()))  # another thread may add one

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

    def known_torch_version(self) -> str:
        """The version of torch as far as it is known without loading it; "" if torch is not installed."""
        for zygote in self._zygotes.values():
            if zygote.is_loaded:
                return zygote.loaded().torch
        from importlib import metadata

        try:
            return metadata.version("torch")
        except metadata.PackageNotFoundError:
            return ""

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
        for process in itertools.chain.from_iterable(self._ready.values()):
            process.close()
        self._ready.clear()
        if self._ahead is not None:
            self._ahead.kill()
            self._ahead.wait()
            self._ahead.close()
        self._ahead = None

    def _begin(self, limits: Limits, preload: tuple[str, ...]) -> Begin:
        return Begin(limits.memory_mb, limits.last_resort_seconds, self._layers, preload)


def _load_torch(everything: bool, trial: Begin) -> LoadedProcess:
    """Begin to load torch in a process that forks workers."""
    return LoadedProcess(boot("fork_workers", _flag(everything), msgspec.json.encode(trial).decode()))


def _start_torch(begin: Begin, everything: bool) -> SpawnedProcess:
    """Start a worker that loads torch for itself."""
    return SpawnedProcess(boot("be_the_worker", _flag(everything), msgspec.json.encode(begin).decode()))


def _flag(everything: bool) -> str:
    return "everything" if everything else ""
