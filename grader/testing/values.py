"""From a test's NumPy arrays to the frames' values and back. The judge has no torch and computes in float64."""

import math
from dataclasses import dataclass, fields, is_dataclass

import numpy as np
from numpy.typing import NDArray

from grader.pipe import frames
from grader.pipe.frames import Array, ListValue, ModuleValue, TupleValue, Value
from grader.testing.blueprint import Blueprint

Floats = NDArray[np.float64]
_DTYPES = {
    name: np.dtype(name).newbyteorder("<")
    for name in ("float32", "float64", "float16", "int64", "int32", "int16", "int8", "uint8", "bool")
}

_MOST_NUMBERS = 2**40


@dataclass(frozen=True)
class Param:
    """A leaf that requires grad, as an argument.

    Attributes:
        numbers: float32-exact values.
        grad: what its `.grad` holds on entry; None for a clean one.
    """

    numbers: Floats
    grad: Floats | None = None


def to_value(thing: object, as_numpy: bool = False) -> Value:
    """Return a test's argument as a frame's value.

    float64 arrays become float32 tensors and must be float32-exact, so that the oracle sees what the learner sees;
    integer arrays become int64 tensors; lists and tuples stay what they are.

    Args:
        thing: the argument.
        as_numpy: let arrays, except those of blueprints, stay NumPy arrays of their own dtype.
    """
    if thing.__class__ in frames.PLAIN:
        return thing  # type: ignore[return-value]  # most items of lists; none of the cases below
    match thing:
        case np.ndarray():
            return numpy_array(thing) if as_numpy else array(thing)
        case Param(numbers, grad):
            plain = array(numbers)
            return Array(plain.dtype, plain.shape, plain.data, True, True, None if grad is None else array(grad))
        case list():
            return ListValue(tuple(to_value(item, as_numpy) for item in thing))
        case tuple():
            return TupleValue(tuple(to_value(item, as_numpy) for item in thing))
        case Blueprint():
            return _blueprint(thing)
        case np.generic():
            raise TypeError(f"{thing!r} is a NumPy scalar; pass a Python number or an array")
        case _:
            return thing  # type: ignore[return-value]  # plain data; the codec refuses the rest


def _blueprint(thing: Blueprint) -> frames.Blueprint:
    if not is_dataclass(thing):
        raise TypeError(f"{type(thing).__name__} should be a dataclass: its fields are what the builder is called with")
    values = {field.name: to_value(getattr(thing, field.name)) for field in fields(thing)}
    return frames.Blueprint(type(thing).__name__, values, thing.optimizes, thing.code(), dict(thing.numbers()))


def array(numbers: NDArray[np.generic] | list[object] | float) -> Array:
    """Return numbers as a tensor value: float32 for floats, int64 for whole numbers."""
    given = np.asarray(numbers)
    if given.dtype.kind in "iu":
        return Array("int64", given.shape, given.astype("<i8").tobytes())
    exact = given.astype("<f4")
    if not (exact == given).all():
        raise ValueError(f"{given!r} is not exact in float32, so the oracle would see other numbers")
    return Array("float32", given.shape, exact.tobytes())


def numpy_array(numbers: NDArray[np.generic]) -> Array:
    """Return numbers as the value of a NumPy array, with the dtype that they have."""
    if numbers.dtype.name not in _DTYPES:
        raise TypeError(f"an array of {numbers.dtype} cannot be passed on; numbers and truth values can")
    little = numbers.astype(numbers.dtype.newbyteorder("<"))
    return Array(little.dtype.name, little.shape, little.tobytes(), is_numpy=True)


def numbers_of(value: Array) -> NDArray[np.generic] | None:
    """Return a tensor's numbers, or None if its bytes do not fit its shape and dtype (or are of an exotic dtype)."""
    dtype = _DTYPES.get(value.dtype)
    if dtype is None or min(value.shape, default=0) < 0 or len(value.shape) > 16:
        return None
    if math.prod(value.shape) * dtype.itemsize != len(value.data):
        return None
    if math.prod(size or 1 for size in value.shape) > _MOST_NUMBERS:  # no numbers at all, in a shape beyond NumPy
        return None
    return np.frombuffer(value.data, dtype).reshape(value.shape)


def same(one: Value, other: Value) -> bool:
    """Whether two values hold the same data: numbers, shapes, dtypes and kinds, not flags or gradients."""
    match one, other:
        case Array(), Array():
            mine, theirs = ((a.dtype, a.shape, a.data, a.is_numpy) for a in (one, other))
            return mine == theirs
        case (ListValue(mine), ListValue(theirs)) | (TupleValue(mine), TupleValue(theirs)):
            return len(mine) == len(theirs) and all(map(same, mine, theirs))
        case ModuleValue(), ModuleValue():
            return all(map(same, one.parameters.values(), other.parameters.values()))
    return type(one) is type(other) and one == other


def same_input(before: Value, after: Value) -> bool:
    """Whether an argument is what it was: its data, and whether it requires grad; other objects are not compared."""
    if isinstance(before, Array) and isinstance(after, Array):
        return same(before, after) and before.requires_grad == after.requires_grad
    return not isinstance(before, Array | ListValue) or same(before, after)
