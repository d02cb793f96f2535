"""Between a test's NumPy arrays and the frames' values. The judge has no torch: float64 is where it thinks."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grader.frames import Array, ListValue, ModuleValue, TupleValue, Value

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
    if given.dtype.kind in "iu":
        return Array("int64", given.shape, given.astype("<i8").tobytes())
    exact = given.astype("<f4")
    if not (exact == given).all():
        raise ValueError(f"{given!r} is not exact in float32, so the oracle would see other numbers")
    return Array("float32", given.shape, exact.tobytes())


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
            return (one.dtype, one.shape, one.data) == (other.dtype, other.shape, other.data)
        case (ListValue(mine), ListValue(theirs)) | (TupleValue(mine), TupleValue(theirs)):
            return len(mine) == len(theirs) and all(map(same, mine, theirs))
        case ModuleValue(), ModuleValue():
            return all(map(same, one.parameters.values(), other.parameters.values()))
    return type(one) is type(other) and one == other


def leaves(value: Value) -> Iterator[Value]:
    """The values inside lists and tuples, one by one."""
    if isinstance(value, ListValue | TupleValue):
        for item in value.items:
            yield from leaves(item)
    else:
        yield value
