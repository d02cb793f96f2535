"""What the katas about tests share: calls that show a difference, and why a right reply is right."""

import numpy as np

from grader.pipe.frames import Array, Call, Pullback, Raised, Returned
from grader.testing import Floats, array
from grader.testing.values import numbers_of, to_value

Reply = Returned | Raised


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
