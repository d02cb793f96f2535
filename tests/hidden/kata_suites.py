"""What the katas about tests share: calls that show a difference, and why what a right one returned is right."""

import numpy as np

from grader.pipe.frames import Array, Call, ListValue, Pullback, Returned, TupleValue, Value
from grader.testing import Floats, array, say
from grader.testing.false_alarm import FalseAlarm
from grader.testing.values import numbers_of, to_value


def call(function: str, *arguments: object, backward: bool = False, **keywords: object) -> Call:
    """A call of an implementation, with a step back from its scalar result if that is asked for."""
    sent = {name: to_value(value) for name, value in keywords.items()}
    then = Pullback(array(1.0)) if backward else None
    return Call(function, tuple(map(to_value, arguments)), sent, then=then)


def numbers(value: object) -> Floats | None:
    """The numbers of a tensor that learners' tests sent, in float64; None if it is no tensor of numbers."""
    found = numbers_of(value) if isinstance(value, Array) else None
    return None if found is None else found.astype(np.float64)


def gradient(value: object) -> Floats | None:
    """The numbers in a tensor's `.grad`; None if there are none."""
    return numbers(value.grad) if isinstance(value, Array) else None


def rounding_in_words(alarm: FalseAlarm, *exact: Floats) -> str:
    """Say how far what came back is from exact numbers, and how to compare, unless the test was not after that.

    Args:
        alarm: the call, and the line that failed.
        exact: the exact numbers of each part of the result.
    """
    if alarm.about != "values" or not isinstance(alarm.reply, Returned):
        return ""
    parts = [(f, e) for f, e in zip(_parts(alarm.reply.results[-1]), exact, strict=False) if f.shape == e.shape]
    flat = [pair for found, right in parts for pair in zip(found.flatten(), right.flatten(), strict=True)]
    found, right = max(flat, key=lambda pair: abs(pair[0] - pair[1]), default=(0.0, 0.0))
    is_close = all(np.allclose(*part) for part in parts)
    if found == right or ("allclose" in alarm.line and is_close):
        return ""
    sentence = " " + say(
        "In full, {found!r} came back and {right!r} is exact: {difference:.1e} apart, by float32 rounding.",
        found=float(found),
        right=float(right),
        difference=abs(found - right),
    )
    if alarm.is_exact:
        return sentence + " " + say("Compare with torch.allclose.")
    return (
        sentence
        if is_close
        else sentence + " " + say("For numbers near 0, give torch.allclose an atol, such as atol=1e-4.")
    )


def _parts(value: Value) -> list[Floats]:
    return [_floats(item) for item in (value.items if isinstance(value, TupleValue) else (value,))]


def _floats(value: Value) -> Floats:
    """The numbers of a tensor or of a list of floats; none of anything else."""
    if isinstance(value, ListValue):
        items = [item for item in value.items if isinstance(item, float)]
        return np.array(items if len(items) == len(value.items) else [], dtype=np.float64)
    known = numbers(value)
    return np.empty(0) if known is None else known
