"""From frames to Python objects and back: arrays to tensors, blueprints to torch's parts."""

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn

from grader.pipe import frames
from grader.pipe.frames import Array, Value

MAX_BYTES = 4 * 1024 * 1024  # of one tensor's data; a graded answer has some thousand numbers
MAX_ITEMS = 100_000  # of all lists and tuples in one answer
MAX_DEPTH = 8
MAX_TEXT = 1_000  # characters of a string or a repr
MAX_EVENTS = 1_000

Events = list[str]

# what lies below: a subclass may say something else, and torch.Tensor itself can be changed by whoever is loaded
_requires_grad: Callable[[Tensor], bool] = torch._C.TensorBase.requires_grad.__get__
_is_leaf: Callable[[Tensor], bool] = torch._C.TensorBase.is_leaf.__get__
_grad: Callable[[Tensor], Tensor | None] = torch._C.TensorBase.grad.__get__


def build(value: Value, events: Events, parameters: list[nn.Parameter]) -> object:
    """Return the object that `value` describes.

    Args:
        value: as received from the judge.
        events: blueprints append "forward", "loss", "backward", "step" and "zero_grad" to it as they happen.
        parameters: what an optimizer blueprint optimises: those of the call's module argument.
    """
    match value:
        case Array():
            return build_tensor(value)
        case frames.ListValue(items):
            return [build(item, events, parameters) for item in items]
        case frames.TupleValue(items):
            return tuple(build(item, events, parameters) for item in items)
        case frames.Linear() | frames.TwoLayer():
            return _recorded_model(_build_model(value), events)
        case frames.MSELoss():
            return _recorded_loss(nn.MSELoss(), events)
        case frames.L1Loss():
            return _recorded_loss(nn.L1Loss(), events)
        case frames.AsymmetricLoss():
            return _recorded_loss(_AsymmetricLoss(), events)
        case frames.SGD(lr, momentum):
            return _recorded_optimizer(torch.optim.SGD(parameters, lr=lr, momentum=momentum), events)
        case frames.Adam(lr):
            return _recorded_optimizer(torch.optim.Adam(parameters, lr=lr), events)
        case _:
            return value


def build_tensor(array: Array) -> Tensor:
    """Return a new tensor, a leaf, with the array's numbers, flags and gradient."""
    numbers = np.frombuffer(array.data, dtype=array.dtype).reshape(array.shape)
    tensor = torch.from_numpy(numbers.copy())
    if array.requires_grad:
        tensor.requires_grad_()
    if array.grad is not None:
        tensor.grad = build_tensor(array.grad)
    return tensor


def _build_model(blueprint: frames.Linear | frames.TwoLayer) -> nn.Module:
    if isinstance(blueprint, frames.TwoLayer):
        return nn.Sequential(_build_model(blueprint.first), nn.Tanh(), _build_model(blueprint.second))
    weight, bias = build_tensor(blueprint.weight), build_tensor(blueprint.bias)
    layer = nn.Linear(weight.shape[0], weight.shape[1])
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        layer.bias.copy_(bias)
    if weight.grad is not None:
        layer.weight.grad = weight.grad.T.contiguous()
    layer.bias.grad = bias.grad
    return layer


class _AsymmetricLoss(nn.Module):
    def forward(self, pred: Tensor, target: Tensor) -> Tensor:
        return torch.mean((pred - 2 * target) ** 2)


def _record(events: Events, event: str) -> None:
    if len(events) < MAX_EVENTS:
        events.append(event)


def _before(action: Callable[..., object], events: Events, event: str) -> Callable[..., object]:
    def recorded(*args: object, **keywords: object) -> object:
        _record(events, event)
        return action(*args, **keywords)

    return recorded


def _recorded_model(model: nn.Module, events: Events) -> nn.Module:
    model.register_forward_hook(lambda *_: _record(events, "forward"))
    model.zero_grad = _before(model.zero_grad, events, "zero_grad")  # type: ignore[method-assign, assignment]
    return model


def _recorded_loss(loss: nn.Module, events: Events) -> nn.Module:
    def after(_module: nn.Module, _inputs: object, result: Tensor) -> None:
        _record(events, "loss")
        if result.requires_grad:
            result.register_hook(lambda _gradient: _record(events, "backward"))  # type: ignore[no-untyped-call]

    loss.register_forward_hook(after)
    return loss


def _recorded_optimizer(optimizer: torch.optim.Optimizer, events: Events) -> torch.optim.Optimizer:
    optimizer.step = _before(optimizer.step, events, "step")  # type: ignore[method-assign, assignment]
    optimizer.zero_grad = _before(optimizer.zero_grad, events, "zero_grad")  # type: ignore[method-assign, assignment]
    return optimizer


# ---- back: objects to values ----


def describe(thing: object) -> Value:
    """Return `thing` as data; what has no such form comes back as `Opaque`."""
    return _describe(thing, MAX_DEPTH, [MAX_ITEMS])


def _describe(thing: object, depth: int, items_left: list[int]) -> Value:
    # subclasses are flattened to what they hold: a float with a clever __eq__ is only its number
    match thing:
        case None | True | False:
            return thing
        case int():
            number = int.__int__(thing)
            return number if -(2**63) <= number < 2**63 else frames.Opaque("int", "a very large whole number")
        case float():
            return float.__float__(thing)
        case str():
            return str.__str__(thing)[:MAX_TEXT]
        case Tensor():
            return describe_tensor(thing)
        case nn.Module():
            return frames.ModuleValue(type(thing).__name__, isinstance(thing, nn.Linear), _parameters(thing))
        case list() | tuple():
            items_left[0] -= len(thing)
            if depth > 0 and items_left[0] >= 0:
                items = tuple(_describe(item, depth - 1, items_left) for item in thing)
                return frames.ListValue(items) if isinstance(thing, list) else frames.TupleValue(items)
    return _opaque(thing)


def describe_tensor(tensor: Tensor) -> Value:
    """Return a tensor's numbers, dtype, flags and gradient (of a leaf), whatever class it is of."""
    with torch._C.DisableTorchFunctionSubclass():
        below = torch.Tensor.as_subclass(tensor.detach(), Tensor)
        if below.numel() * below.element_size() > MAX_BYTES:
            return frames.Opaque("Tensor", f"a tensor of shape {tuple(below.shape)}, too large to look at")
        dtype = str(below.dtype).removeprefix("torch.")
        plain = below.to_dense() if below.layout != torch.strided else below
        plain = plain.resolve_conj().resolve_neg().cpu().contiguous()
        if dtype == "bfloat16":  # NumPy has no such type; every bfloat16 is a float32
            plain = plain.float()
        gradient = gradient_of(tensor)
        described = describe_tensor(gradient) if isinstance(gradient, Tensor) else None
        return Array(
            dtype=dtype,
            shape=tuple(below.shape),
            data=plain.numpy().tobytes(),
            requires_grad=_requires_grad(tensor),
            is_leaf=_is_leaf(tensor),
            grad=described if isinstance(described, Array) else None,
        )


def gradient_of(tensor: Tensor) -> Tensor | None:
    """What a leaf has in its .grad; None for any other tensor."""
    return _grad(tensor) if _is_leaf(tensor) else None


def _parameters(module: nn.Module) -> dict[str, Array]:
    described = {name: describe_tensor(parameter) for name, parameter in module.named_parameters()}
    return {name: value for name, value in described.items() if isinstance(value, Array)}


def _opaque(thing: object) -> frames.Opaque:
    kind = type(thing)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    try:
        text = repr(thing)[:MAX_TEXT]
    except Exception:  # a learner's own __repr__ may do anything
        text = "…"
    return frames.Opaque(name[:MAX_TEXT], text)
