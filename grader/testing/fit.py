"""What can be drawn as a line: predictions along one feature, from the call itself."""

from grader.frames import Array
from grader.testing.answer import Part
from grader.testing.failure import Fit
from grader.testing.values import Floats, numbers_of

_SIZES = range(3, 201)  # of a picture that says something


def predictions_of(part: Part, right: Floats) -> Fit | None:
    """The predictions that a call returned for one feature; None if that is not what it returned.

    Args:
        part: what was returned.
        right: the right predictions, shape (n, 1).
    """
    arguments = part.answer.call.arguments
    if part.name or not arguments or not isinstance(arguments[0], Array):
        return None
    x = numbers_of(arguments[0])
    if x is None or x.shape != right.shape or right.shape[1:] != (1,) or len(right) not in _SIZES:
        return None
    if len(set(x.ravel().tolist())) < 2:
        return None
    return Fit.of(x.ravel(), (), part.numbers.ravel(), right.ravel())
