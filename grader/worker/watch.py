"""Which ruled-out parts of torch a call really uses, whatever name it reached them by.

What the syntax tree does not show, such as a name that is put together at run time, shows when it is called. This is a
claim of the worker's: it may fail a task and never wins one. Code that takes torch's own machinery apart is not seen;
`tests/hostile/attempts/known` has what gets by.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch.optim.optimizer import register_optimizer_step_pre_hook
from torch.overrides import TorchFunctionMode

_MOST_NOTED = 20


class Watch(TorchFunctionMode):
    """Notes the ruled-out functions of torch, modules and optimizers that are used while it is entered.

    Args:
        names: of functions, methods and properties; none to note nothing.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = frozenset(names)
        self._used: dict[str, None] = {}
        self._is_entered = False
        if names:
            torch.nn.modules.module.register_module_forward_pre_hook(lambda one, _inputs: self._note_object(one))
            register_optimizer_step_pre_hook(lambda one, _args, _kwargs: self._note_object(one))

    def __enter__(self) -> "Watch":
        self._used.clear()
        self._is_entered = True
        return super().__enter__() if self._names else self  # type: ignore[no-untyped-call]

    def __exit__(self, *error: object) -> None:
        self._is_entered = False
        if self._names:
            super().__exit__(*error)  # type: ignore[no-untyped-call]

    def __torch_function__(
        self, func: Callable[..., Any], _types: object, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        name = _name_of(func)
        if name in self._names:
            self._note(name)
        return func(*args, **(kwargs or {}))

    @property
    def used(self) -> tuple[str, ...]:
        """What was used since it was entered last."""
        return tuple(self._used)

    def _note_object(self, thing: object) -> None:
        if self._is_entered:
            self._note(type(thing).__name__)

    def _note(self, name: str) -> None:
        if len(self._used) < _MOST_NOTED:
            self._used[name[:100]] = None


def _name_of(func: Callable[..., Any]) -> str:
    name = getattr(func, "__name__", "")
    if name == "__get__":  # of a property, such as grad_fn
        name = getattr(getattr(func, "__self__", None), "__name__", "")
    return name.partition(".")[0] if isinstance(name, str) else ""  # an operator's overload is behind the dot
