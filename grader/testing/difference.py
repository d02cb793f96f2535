"""Two replies to one call: are they the same in values, flags, gradients and prints, and if not, where?"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from grader.messages import _
from grader.pipe.frames import Array, ListValue, Raised, Returned, TupleValue, Value
from grader.testing import render
from grader.testing.values import numbers_of, to_value

Reply = Returned | Raised

# far more than two ways to write a formula differ in float32, far less than a mistake
_RELATIVE = 1e-4


@dataclass(frozen=True)
class Difference:
    """What a wrong implementation shows, and what a right one shows in its place.

    Attributes:
        found: of the wrong one.
        right: of the right one.
        broadcasts: whether the numbers are right, and only the shapes differ in a way that broadcasting hides.
    """

    found: str
    right: str
    broadcasts: bool = False


def first_difference(mine: Reply, theirs: Reply) -> Difference | None:
    """The first thing in which a reply differs from a right one: an exception, values, flags, gradients, prints."""
    if isinstance(mine, Raised) or isinstance(theirs, Raised):
        same = isinstance(mine, Raised) and isinstance(theirs, Raised)
        return None if same else Difference(shown(mine), shown(theirs))
    if not all(map(_close, mine.results, theirs.results)):
        return Difference(shown(mine), shown(theirs), _broadcast(mine.results[-1], theirs.results[-1]))
    for found, right in _flags(mine, theirs):
        return Difference(found, right)
    gradients = _gradients(mine), _gradients(theirs)
    if not _close(*gradients):
        sentence = _("after result.backward(): {gradients}")
        found, right = (sentence.format(gradients=_listed(value)) for value in gradients)
        return Difference(found, right)
    if mine.printed != theirs.printed:
        return Difference(_printed(mine), _printed(theirs))
    return None


def _printed(reply: Returned) -> str:
    return f"printed = {render.value(to_value(reply.printed.text.splitlines()))}"


def shown(reply: Reply) -> str:
    """What a call of an implementation showed, in one line or a few."""
    if isinstance(reply, Raised):
        return _("an exception: {name}").format(name=render.one_line(reply.exception))
    return render.value(reply.results[-1])


def _close(mine: Value, theirs: Value) -> bool:
    match mine, theirs:
        case Array(), Array():
            if (mine.dtype, mine.shape) != (theirs.dtype, theirs.shape):
                return False
            a, b = numbers_of(mine), numbers_of(theirs)
            if a is None or b is None:
                return a is b
            scale = float(np.max(np.abs(b), initial=0.0))
            return bool(np.allclose(a, b, rtol=0, atol=_RELATIVE * scale, equal_nan=True))
        case (ListValue(a), ListValue(b)) | (TupleValue(a), TupleValue(b)):
            return len(a) == len(b) and all(map(_close, a, b))
        case float(), float():
            return math.isclose(mine, theirs, rel_tol=_RELATIVE) or (math.isnan(mine) and math.isnan(theirs))
    return type(mine) is type(theirs) and mine == theirs


def _broadcast(mine: Value, theirs: Value) -> bool:
    pairs = list(zip(_arrays(mine), _arrays(theirs), strict=False))
    return any(one.shape != other.shape for one, other in pairs) and all(_close_when_broadcast(*pair) for pair in pairs)


def _close_when_broadcast(mine: Array, theirs: Array) -> bool:
    a, b = numbers_of(mine), numbers_of(theirs)
    if a is None or b is None or mine.dtype != theirs.dtype:
        return False
    try:
        return bool(np.allclose(a, b, rtol=_RELATIVE))
    except ValueError:  # shapes that do not fit each other
        return False


def _flags(mine: Returned, theirs: Returned) -> Iterator[tuple[str, str]]:
    pairs = zip(_arrays(mine.results[-1]), _arrays(theirs.results[-1]), strict=False)
    for number, (one, other) in enumerate(pairs):
        for name, a, b in (
            ("requires_grad", one.requires_grad, other.requires_grad),
            ("is_leaf", one.is_leaf, other.is_leaf),
            ("grad", _grad(one), _grad(other)),
        ):
            if a != b:
                of = f"result[{number}].{name} = " if isinstance(mine.results[-1], TupleValue) else f"result.{name} = "
                yield f"{of}{a}", f"{of}{b}"


def _grad(array: Array) -> str:
    numbers = None if array.grad is None else numbers_of(array.grad)
    # None and zeros are both what a cleared gradient looks like
    return _("None or zeros") if numbers is None or not np.any(numbers) else render.numbers(numbers)


def _arrays(value: Value) -> Iterator[Array]:
    match value:
        case Array():
            yield value
        case TupleValue(items):
            for item in items:
                yield from _arrays(item)


def _listed(gradients: Value) -> str:
    items = gradients.items if isinstance(gradients, TupleValue) else (gradients,)
    return ", ".join(item if isinstance(item, str) else render.value(item) for item in items)


def _gradients(reply: Returned) -> Value:
    if reply.observed is None:
        return None
    if reply.observed.problem is not None:
        return _("no gradient")
    return TupleValue(tuple(reply.observed.gradients.values()))
