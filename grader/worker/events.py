"""What happens to a call's models, losses and optimizers, written down as it happens."""

from types import MethodType

import torch
from torch import Tensor, nn

MAX_EVENTS = 1_000

Events = list[str]


def watch(thing: object, events: Events) -> object:
    """Let an object append "forward", "loss", "backward", "step" and "zero_grad" to `events`; returns the object.

    A module without parameters is a loss; objects that are neither modules nor optimizers append nothing.
    """
    match thing:
        case nn.Module() if any(True for _ in thing.parameters()):
            thing.register_forward_hook(lambda *_: _note(events, "forward"))
            _watch_method(thing, "zero_grad", events)
        case nn.Module():
            _watch_loss(thing, events)
        case torch.optim.Optimizer():
            _watch_method(thing, "step", events)
            _watch_method(thing, "zero_grad", events)
    return thing


def _note(events: Events, event: str) -> None:
    if len(events) < MAX_EVENTS:
        events.append(event)


def _watch_loss(loss: nn.Module, events: Events) -> None:
    def after(_module: nn.Module, _inputs: object, result: Tensor) -> None:
        _note(events, "loss")
        if result.requires_grad:
            result.register_hook(lambda _gradient: _note(events, "backward"))  # type: ignore[no-untyped-call]

    loss.register_forward_hook(after)


def _watch_method(thing: object, name: str, events: Events) -> None:
    method = getattr(thing, name).__func__

    def noted(this: object, *args: object, **keywords: object) -> object:
        _note(events, name)
        return method(this, *args, **keywords)

    # a method as before: torch's schedulers wrap the step of their optimizer, and a copy clears its own gradients
    setattr(thing, name, MethodType(noted, thing))
