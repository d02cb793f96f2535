"""What can be drawn as a line: predictions along one feature, from the call itself."""

from collections.abc import Sequence

from grader.pipe.frames import Array, Value
from grader.result.evidence import Fit
from grader.testing.answer import Part
from grader.testing.values import Floats, numbers_of

_SIZES = range(3, 201)  # numbers of points that are worth a picture


def predictions_of(part: Part, right: Floats) -> Fit | None:
    """The predictions that a call returned for one feature; None if that is not what it returned.

    Args:
        part: what was returned.
        right: the right predictions, shape (n, 1).
    """
    arguments = part.answer.call.arguments
    x = _column(arguments[0]) if arguments and not part.name else None
    if x is None or x.min() == x.max() or right.shape != (len(x), 1):
        return None
    return Fit.of(x, (), part.numbers.ravel(), right.ravel())


def line_of(parts: Sequence[Part], right: Sequence[Floats]) -> Fit | None:
    """The line that a training on one feature has led to, beside the data; None for other trainings.

    Args:
        parts: the weight and the bias that it returned.
        right: the right ones.
    """
    if [one.size for one in right] != [1, 1]:
        return None
    arguments = parts[0].answer.call.arguments
    x, y = (_column(arguments[at]) if len(arguments) > at else None for at in (0, 1))
    if x is None or y is None or x.min() == x.max() or len(x) != len(y):
        return None
    (weight, bias), (right_weight, right_bias) = (
        [float(one.item()) for one in pair] for pair in ([part.numbers for part in parts], right)
    )
    return Fit.of(x, y, x * weight + bias, x * right_weight + right_bias)


def _column(argument: Value) -> Floats | None:
    """The numbers of an argument with one column, if there are not too many or too few to draw."""
    known = numbers_of(argument) if isinstance(argument, Array) else None
    if known is None or known.shape[1:] != (1,) or len(known) not in _SIZES:
        return None
    return known.astype(float).ravel()
