"""Which ruled-out parts of torch a call really uses, whatever name it reached them by.

What the syntax tree does not show, such as a name that is put together at run time, shows when it is called: to a mode
of torch's, which sees every function, and below it to a recorder of operators. This is a claim of the worker's: it may
fail a task and never wins one. Code that takes the worker itself apart is not seen; `tests/hostile/attempts/known` has
what gets by.
"""

import _thread
import threading
from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch.optim.optimizer import register_optimizer_step_pre_hook
from torch.overrides import TorchFunctionMode

from grader.pipe.frames import WATCH_ENDED
from grader.worker.operators import Recorder, let_others_profile

_MOST_NOTED = 20
_STARTS_A_THREAD = ("start_new_thread", "_start_new_thread", "start_joinable_thread", "_start_joinable_thread")


class Watch:
    """Notes the ruled-out functions of torch, modules and optimizers that are used while it is entered.

    Args:
        names: of functions, methods and properties; none to note nothing.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        self._used: dict[str, None] = {}
        self._is_entered = False
        self._thread: _ThreadWatch | None = None
        self._names = frozenset(names)
        if names:
            self._here = threading.local()
            self._thread = self._of_a_thread()
            _in_new_threads(self._of_a_thread)
            let_others_profile(self._step_aside)
            torch.nn.modules.module.register_module_forward_pre_hook(lambda one, _inputs: self._note_object(one))
            register_optimizer_step_pre_hook(lambda one, _args, _kwargs: self._note_object(one))

    def __enter__(self) -> "Watch":
        self._used.clear()
        self._is_entered = True
        if self._thread is not None:
            self._thread.begin()
        return self

    def __exit__(self, *_error: object) -> None:
        if self._thread is not None:
            self._thread.end()
        self._is_entered = False

    @property
    def used(self) -> tuple[str, ...]:
        """What was used since it was entered last."""
        return tuple(self._used)

    def _of_a_thread(self) -> "_ThreadWatch":
        return _ThreadWatch(self._names, self._note, self._here)

    def _step_aside(self) -> None:
        recorder: Recorder | None = getattr(self._here, "recorder", None)
        for name in recorder.end() if recorder is not None else ():
            self._note(name)

    def _note_object(self, thing: object) -> None:
        if self._is_entered:
            self._note(type(thing).__name__)

    def _note(self, name: str) -> None:
        if len(self._used) < _MOST_NOTED:
            self._used[name[:100]] = None


class _ThreadWatch(TorchFunctionMode):
    """Watches one thread: modes and records are each thread's own."""

    def __init__(self, names: frozenset[str], note: Callable[[str], None], here: threading.local) -> None:
        super().__init__()
        self._names = names
        self._note = note
        self._here = here
        self._recorder = Recorder(names)

    def begin(self) -> None:
        """Begin to note, in this thread."""
        self._here.recorder = self._recorder
        torch._C._push_on_torch_function_stack(self)
        self._recorder.begin()

    def end(self) -> None:
        """Stop, and leave the modes of others as they are."""
        self._note_all(self._recorder.end())
        above = []
        while torch._C._len_torch_function_stack():
            mode = torch._C._pop_torch_function_stack()
            if mode is self:
                break
            above.append(mode)
        else:
            self._note(WATCH_ENDED)
        for mode in reversed(above):
            torch._C._push_on_torch_function_stack(mode)

    def __torch_function__(
        self, func: Callable[..., Any], _types: object, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        name = _name_of(func)
        if name in self._names:
            self._note(name)
        self._note_all(self._recorder.step())
        return func(*args, **(kwargs or {}))

    def _note_all(self, names: Iterable[str]) -> None:
        for name in sorted(names):
            self._note(name)


def _in_new_threads(watch: Callable[[], _ThreadWatch]) -> None:
    """Have every thread that is started from now on watched."""

    def watched(start: Callable[..., Any]) -> Callable[..., Any]:
        def start_watched(function: Callable[..., Any], *rest: Any, **options: Any) -> Any:
            def run(*args: Any, **kwargs: Any) -> None:
                own = watch()
                own.begin()
                try:
                    function(*args, **kwargs)
                finally:
                    own.end()

            return start(run, *rest, **options)

        return start_watched

    for module in (_thread, threading):
        for name in _STARTS_A_THREAD:
            if hasattr(module, name):
                setattr(module, name, watched(getattr(module, name)))


def _name_of(func: Callable[..., Any]) -> str:
    name = getattr(func, "__name__", "")
    if name == "__get__":  # of a property, such as grad_fn
        name = getattr(getattr(func, "__self__", None), "__name__", "")
    return name.partition(".")[0] if isinstance(name, str) else ""  # an operator's overload is behind the dot
