"""Torch without its compiler.

At the first optimizer, and at the first `torch.func.grad`, torch imports its compiler, `torch._dynamo`: eight hundred
modules, as much work again as torch itself, and all that is asked of them is to leave something uncompiled. Nothing is
compiled in a worker, so that is what happens anyway. Whatever else is asked of the compiler is missing here, and the
exception says so by name: the judge then repeats the request in a worker that has all of torch.
"""

import contextlib
import sys
from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import NoReturn

COMPILER = "torch._dynamo"

_Function = Callable[..., object]


class _Absent(ModuleType):
    """The compiler, of which only the ways around it are there."""

    compiled_autograd = SimpleNamespace(_disable=contextlib.nullcontext)

    def disable(self, function: _Function, *_options: object, **_named: object) -> _Function:
        """Leave a function uncompiled, as everything is."""
        return function

    disallow_in_graph = disable

    def graph_break(self, *_options: object, **_named: object) -> None:
        """End what is compiled in one piece: nothing is."""

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):  # what Python itself asks of a module that it meets
            raise AttributeError(name)
        raise ModuleNotFoundError(f"{COMPILER}.{name} is not available while grading", name=COMPILER)


def leave_out(torch: ModuleType) -> None:
    """Have `import torch._dynamo` find next to nothing, unless it was imported already."""
    if COMPILER not in sys.modules:
        sys.modules[COMPILER] = torch._dynamo = _Absent(COMPILER)  # type: ignore[attr-defined]  # torch's own name
