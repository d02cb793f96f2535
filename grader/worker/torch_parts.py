"""Parts of torch that workers do without, because loading them takes longer than the rest of a run.

- Its compiler, `torch._dynamo`: eight hundred modules, imported at the first optimizer and at the first
  `torch.func.grad`, only to leave a function uncompiled. Nothing is compiled in a worker.
- `torch._meta_registrations`: what each operation would do with tensors that have a shape and no numbers.

Anything else that is asked of them is missing, and the exception shows it: by the part's name, or in torch's words for
an operation on tensors without numbers. The judge then repeats the request in a worker that has all of torch.
"""

import contextlib
import sys
from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import NoReturn

COMPILER = "torch._dynamo"

_Function = Callable[..., object]


class _Absent(ModuleType):
    """A module that has nothing."""

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):  # Python itself looks for these in any module
            raise AttributeError(name)
        raise ModuleNotFoundError(f"{self.__name__}.{name} is not available while grading", name=self.__name__)


class _AbsentCompiler(_Absent):
    """The compiler, reduced to the ways around it."""

    compiled_autograd = SimpleNamespace(_disable=contextlib.nullcontext)

    def disable(self, function: _Function, *_options: object, **_named: object) -> _Function:
        """Leave a function uncompiled, as everything is."""
        return function

    disallow_in_graph = disable

    def graph_break(self, *_options: object, **_named: object) -> None:
        """Do nothing: there is no compiled graph to break."""


def leave_out() -> None:
    """Have torch find next to nothing in place of these parts; to be called before it is imported."""
    assert "torch" not in sys.modules
    for part in (_AbsentCompiler(COMPILER), _Absent("torch._meta_registrations")):
        sys.modules[part.__name__] = part
