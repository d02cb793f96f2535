"""Which of torch's operators run, and whether its autograd engine does, as torch's own profiler records them.

It records below Python, so it also sees what is called with torch's modes switched off or taken away. It makes a small
operation ten times as slow; so it looks at a module's first calls only, and at the beginning of long ones. Whoever does
the work by hand in these has done it, and gains nothing by doing it in another way later.
"""

import contextlib
import re
import secrets
from collections.abc import Callable, Iterable
from typing import Any

import torch
import torch.autograd.profiler_legacy
from torch._C import _autograd, _profiler

from grader.pipe.frames import WATCH_ENDED

_CALLS = 20  # of one module, that are recorded
_FUNCTIONS = 2_000  # of torch, in one call
_AT_ONCE = 200  # functions after which the records are looked at, for they take memory
_GRADIENT = re.compile(r"autograd::engine::|\w+Backward\d*$")
_OTHER_PROFILERS = ("_enable_profiler", "_enable_profiler_legacy", "_prepare_profiler")
_SWITCH = "_enable_record_function"

_profiler_api: Any = _autograd  # parts of it have no stubs


class Recorder:
    """Records one call after the other, while it may.

    Args:
        names: of the operators to note.
    """

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names
        self._calls = self._functions = 0
        self._marks: tuple[str, str] | None = None  # while it records: names that nobody else knows
        self._begin, self._end = _profiler_api._enable_profiler_legacy, _profiler_api._disable_profiler_legacy
        self._record = _profiler._RecordFunctionFast
        state, more = _profiler.ProfilerState.CPU, _profiler._ExperimentalConfig()
        self._settings = _profiler.ProfilerConfig(state, False, False, False, False, False, more)

    def begin(self) -> None:
        """Begin with a call."""
        self._calls += 1
        self._functions = 0
        if self._calls <= _CALLS:
            self._start()

    def step(self) -> frozenset[str]:
        """Return what was noted, if it is time to look; to be called for each function of torch that is called."""
        self._functions += 1
        # inside the autograd engine there is another state of the thread
        if self._functions % _AT_ONCE or self._marks is None or torch._C._current_graph_task_id() != -1:
            return frozenset()
        noted = self.end()
        if self._functions < _FUNCTIONS:
            self._start()
        return noted

    def end(self) -> frozenset[str]:
        """Stop, and return what was noted: operators, "backward" for the engine, and `WATCH_ENDED`."""
        if self._marks is None:
            return frozenset()
        first, last = self._marks
        self._marks = None
        with self._record(last):
            pass
        try:
            records = [record for thread in self._end() for record in thread]
        except RuntimeError:  # nothing is being recorded
            return frozenset({WATCH_ENDED})
        recorded = [record.name() for record in records]
        if first not in recorded or last not in recorded:
            return frozenset({WATCH_ENDED})
        return frozenset(self._noted(records))

    def _start(self) -> None:
        with contextlib.suppress(RuntimeError):  # as a rule nothing else records
            self._end()
        try:
            self._begin(self._settings)
        except RuntimeError:  # the module has a profile of its own open
            return
        self._marks = secrets.token_hex(8), secrets.token_hex(8)
        with self._record(self._marks[0]):
            pass

    def _noted(self, records: Iterable[Any]) -> Iterable[str]:
        outer: list[bool] = []  # of the records that are open, whether each is an operator
        for record in records:
            if record.kind() == "pop":
                outer.pop()
            elif record.kind() == "push":
                name = record.name()
                operator = name.removeprefix("aten::")
                # what an operator calls in its turn is torch's own choice
                if operator in self._names and not any(outer):
                    yield operator
                elif "backward" in self._names and _GRADIENT.match(name):
                    yield "backward"
                outer.append(operator != name)


def let_others_profile(before: Callable[[], None]) -> None:
    """Have this called before anything else begins to profile, and take the switch away that stops all recording."""
    for module in (_autograd, torch.autograd, torch.autograd.profiler, torch.autograd.profiler_legacy):
        for name in _OTHER_PROFILERS:
            if hasattr(module, name):
                setattr(module, name, _after(before, getattr(module, name)))
        if hasattr(module, _SWITCH):
            delattr(module, _SWITCH)


def _after(before: Callable[[], None], function: Callable[..., Any]) -> Callable[..., Any]:
    def both(*args: Any, **kwargs: Any) -> Any:
        before()
        return function(*args, **kwargs)

    return both
