"""From frames to Python objects and back: arrays to tensors, blueprints to what the course's builders make of them."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from grader.pipe import frames
from grader.pipe.frames import Array, Value
from grader.worker.builders import Builder, call_builder
from grader.worker.events import Events, watch
from grader.worker.text import sendable

MAX_BYTES = 4 * 1024 * 1024  # of one tensor's data; a graded answer has some thousand numbers
MAX_ITEMS = 100_000  # of all lists and tuples in one answer
MAX_DEPTH = 8  # of lists and tuples in each other
MAX_TEXT = 1_000  # characters of a string or a repr

# the base class's own: a subclass may override them, and a learner's module may patch torch.Tensor itself
_requires_grad: Callable[[Tensor], bool] = vars(torch._C.TensorBase)["requires_grad"].__get__
_is_leaf: Callable[[Tensor], bool] = vars(torch._C.TensorBase)["is_leaf"].__get__
_grad: Callable[[Tensor], Tensor | None] = vars(torch._C.TensorBase)["grad"].__get__


def build(
    value: Value,
    events: Events,
    parameters: Sequence[nn.Parameter] = (),
    builders: Mapping[str, Builder] = MappingProxyType({}),
) -> object:
    """Return the object that `value` describes.

    Args:
        value: as received from the judge.
        events: objects made from blueprints append to it what happens to them.
        parameters: what an optimizer optimises: those of the call's module argument.
        builders: the course's own, by name.

    Raises:
        BuilderError: a builder is missing or raised an exception.
    """
    match value:
        case Array(is_numpy=True):
            return _numbers(value)
        case Array():
            return build_tensor(value)
        case frames.ListValue(items):
            # numbers, which are most items of lists, without a call for each
            return [item if type(item) in frames.PLAIN else build(item, events, parameters, builders) for item in items]
        case frames.TupleValue(items):
            return tuple(build(item, events, parameters, builders) for item in items)
        case frames.Blueprint():
            return watch(_build_from(value, parameters, builders), events)
        case _:
            return value


def _build_from(
    blueprint: frames.Blueprint, parameters: Sequence[nn.Parameter], builders: Mapping[str, Builder]
) -> object:
    fields: dict[str, object] = {"parameters": list(parameters)} if blueprint.optimizes else {}
    for name, field in blueprint.fields.items():
        # only the whole is watched, not the parts that it is made of
        if isinstance(field, frames.Blueprint):
            fields[name] = _build_from(field, (), builders)
        else:
            fields[name] = build(field, [], (), builders)
    return call_builder(builders, blueprint.kind, fields)


def build_tensor(array: Array) -> Tensor:
    """Return a new tensor, a leaf, with the array's numbers, flags and gradient."""
    tensor = torch.from_numpy(_numbers(array))
    if array.requires_grad:
        tensor.requires_grad_()
    if array.grad is not None:
        tensor.grad = build_tensor(array.grad)
    return tensor


def _numbers(array: Array) -> NDArray[np.generic]:
    return np.frombuffer(array.data, dtype=array.dtype).reshape(array.shape).copy()


# ---- back: objects to values ----


def describe(thing: object) -> Value:
    """Return `thing` as data; what has no such form comes back as `Opaque`."""
    return _describe(thing, MAX_DEPTH, [MAX_ITEMS])


def _describe(thing: object, depth: int, items_left: list[int]) -> Value:
    # a subclass counts as its base: of a float with a clever __eq__ only the number is sent
    match thing:
        case None | True | False:
            return thing
        case int():
            number = int.__int__(thing)
            return number if -(2**63) <= number < 2**63 else frames.Opaque("int", "a very large whole number")
        case float():
            return float.__float__(thing)
        case str():
            return sendable(thing, MAX_TEXT)
        case Tensor():
            return describe_tensor(thing)
        case np.ndarray() | np.generic() if thing.dtype.kind in "biuf":
            return _describe_numpy(np.asarray(thing))
        case nn.Module():
            return frames.ModuleValue(sendable(type(thing).__name__, MAX_TEXT), _kinds(thing), _parameters(thing))
        case list() | tuple():
            items_left[0] -= len(thing)
            if depth > 0 and items_left[0] >= 0:
                items = tuple(item if type(item) is float else _describe(item, depth - 1, items_left) for item in thing)
                return frames.ListValue(items) if isinstance(thing, list) else frames.TupleValue(items)
    return _opaque(thing)


def describe_tensor(tensor: Tensor) -> Value:
    """Return a tensor's numbers, dtype, flags and gradient (of a leaf), whatever class it is of."""
    with torch._C.DisableTorchFunctionSubclass():
        below = tensor.detach()
        if below.numel() * below.element_size() > MAX_BYTES:
            return frames.Opaque("Tensor", f"a tensor of shape {tuple(below.shape)}, too large to look at")
        below = torch.Tensor.as_subclass(below if below.layout == torch.strided else below.to_dense(), Tensor)
        dtype = str(below.dtype).removeprefix("torch.")
        plain = below.resolve_conj().resolve_neg().cpu().contiguous()
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


def _describe_numpy(numbers: NDArray[np.generic]) -> Value:
    if numbers.nbytes > MAX_BYTES:
        return frames.Opaque("ndarray", f"a NumPy array of shape {numbers.shape}, too large to look at")
    little = numbers.astype(numbers.dtype.newbyteorder("<"))
    return Array(little.dtype.name, little.shape, little.tobytes(), is_numpy=True)


def _kinds(module: nn.Module) -> tuple[str, ...]:
    """The names of the classes of `torch.nn` that it is an instance of."""
    return tuple(kind.__name__ for kind in type(module).__mro__ if getattr(nn, kind.__name__, None) is kind)


def _parameters(module: nn.Module) -> dict[str, Array]:
    described = {name: describe_tensor(parameter) for name, parameter in module.named_parameters()}
    return {sendable(name, MAX_TEXT): value for name, value in described.items() if isinstance(value, Array)}


def _opaque(thing: object) -> frames.Opaque:
    kind = type(thing)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    try:
        text = repr(thing)
    except Exception:  # a learner's own __repr__ may do anything
        text = "…"
    return frames.Opaque(sendable(name, MAX_TEXT), sendable(text, MAX_TEXT))
