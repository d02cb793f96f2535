"""Which calls of a test may be made in one go: none that carries what an earlier one was asked for.

A learner's process must not have an expected value before it has answered. A test may well go on from what a call
should have returned, so where the numbers of a call are those of an earlier reply, it is made when its turn comes.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from grader.pipe.exchange import Exchange
from grader.pipe.frames import (
    Apply,
    Array,
    Backward,
    Blueprint,
    Call,
    ListValue,
    ModuleValue,
    Pullback,
    Returned,
    Step,
    TupleValue,
    Value,
)
from grader.testing.values import Floats, numbers_of

_NEAR = 1e-2  # relative to the largest number: far more than rounding makes of one value


def independent_calls(exchanges: Sequence[Exchange]) -> tuple[Call, ...]:
    """The first calls of a test, up to one that carries an answer to another.

    Args:
        exchanges: all of the test, with replies that it passed on.
    """
    answers: list[Floats] = []
    for number, exchange in enumerate(exchanges):
        given = [*_numbers(_sent(exchange.call))]
        if any(_alike(one, answer) for one in given for answer in answers):
            return tuple(one.call for one in exchanges[:number])
        if isinstance(exchange.reply, Returned):
            found = _numbers(_returned(exchange.reply))
            answers += [one for one in found if not any(_alike(one, other) for other in given)]
    return tuple(one.call for one in exchanges)


def _alike(one: Floats, other: Floats) -> bool:
    if one.shape != other.shape:
        return False
    scale = float(np.max(np.abs(other), initial=0.0))
    return bool(np.all(np.abs(one - other) <= _NEAR * scale))


def _sent(call: Call) -> Iterator[Value]:
    yield from (*call.arguments, *call.keywords.values(), *(call.before or ()))
    match call.then:
        case Pullback(cotangent):
            yield cotangent
        case Apply(inputs=inputs, cotangent=cotangent):
            yield from (*inputs, cotangent)
        case Step(gradients=arrays) | Backward(factors=arrays):
            yield from arrays


def _returned(reply: Returned) -> Iterator[Value]:
    yield from (*reply.results, *reply.arguments, *(reply.earlier or ()))
    if reply.observed is not None:
        yield from (reply.observed.value, *reply.observed.gradients.values())


def _numbers(values: Iterator[Value]) -> Iterator[Floats]:
    """The tables in these values that have a number other than 0, and the lists of numbers as tables."""
    for value in values:
        match value:
            case Array():
                numbers = numbers_of(value)
                if numbers is not None and numbers.size and np.any(numbers):
                    yield numbers.astype(np.float64)
                if value.grad is not None:
                    yield from _numbers(iter((value.grad,)))
            case ListValue(items) | TupleValue(items) if items and all(type(item) is float for item in items):
                yield np.asarray(items, dtype=np.float64)
            case ListValue(items) | TupleValue(items):
                yield from _numbers(iter(items))
            case ModuleValue(parameters=parts):
                yield from _numbers(iter(parts.values()))
            case Blueprint(fields=fields):
                yield from _numbers(iter(fields.values()))
