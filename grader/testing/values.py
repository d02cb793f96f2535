"""Between a test's NumPy arrays and the frames' values. The judge has no torch: float64 is where it thinks."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grader.pipe.frames import Array, ListValue, ModuleValue, TupleValue, Value

Floats = NDArray[np.float64]
_DTYPES = frozenset({"float32", "float64", "float16", "int64", "int32", "int16", "int8", "uint8", "bool"})

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


def to_value(thing: object) -> Value:
    """Return a test's argument as a frame's value.

    float64 arrays become float32 tensors and must be float32-exact, so that the oracle sees what the learner sees;
    integer arrays become int64 tensors; lists and tuples stay what they are.
    """
    match thing:
        case np.ndarray():
            return array(thing)
        case Param(numbers, grad):
            plain = array(numbers)
            return Array(plain.dtype, plain.shape, plain.data, True, True, None if grad is None else array(grad))
        case list():
            return ListValue(tuple(to_value(item) for item in thing))
        case tuple():
            return TupleValue(tuple(to_value(item) for item in thing))
        case np.generic():
            raise TypeError(f"{thing!r} is a NumPy scalar; pass a Python number or an array")
        case _:
            return thing  # type: ignore[return-value]  # plain data and blueprints; the codec refuses the rest


def array(numbers: NDArray[np.generic] | list[object] | float) -> Array:
    """Return numbers as a tensor value: float32 for floats, int64 for whole numbers."""
    given = np.asarray(numbers)
    if np.issubdtype(given.dtype, np.integer):
        exact: NDArray[np.generic] = given.astype("<i8")
    else:
        exact = given.astype("<f4")
        if not np.array_equal(exact.astype(np.float64), given.astype(np.float64)):
            raise ValueError(f"{given!r} is not exact in float32, so the oracle would see other numbers")
    return Array(exact.dtype.name, exact.shape, exact.tobytes())


def numbers_of(value: Array) -> NDArray[np.generic] | None:
    """Return a tensor's numbers, or None if its bytes do not fit its shape and dtype (or are of an exotic dtype)."""
    if value.dtype not in _DTYPES or any(size < 0 for size in value.shape) or len(value.shape) > 16:
        return None
    dtype = np.dtype(value.dtype).newbyteorder("<")
    if math.prod(value.shape) * dtype.itemsize != len(value.data):
        return None
    if math.prod(size or 1 for size in value.shape) > _MOST_NUMBERS:  # no numbers at all, in a shape beyond NumPy
        return None
    return np.frombuffer(value.data, dtype).reshape(value.shape)


def same(one: Value, other: Value) -> bool:
    """Whether two values hold the same data: numbers, shapes, dtypes and kinds, not flags or gradients."""
    match one, other:
        case Array(), Array():
            return (one.dtype, one.shape, one.data) == (other.dtype, other.shape, other.data)
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
