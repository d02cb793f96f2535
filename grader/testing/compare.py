"""Returned numbers against the right ones: how far float32 may be off, and a difference in one sentence."""

import numpy as np
from numpy.typing import NDArray

from grader.messages import _
from grader.result.relations import Relation, Remark
from grader.testing.values import Floats

UNIT = 2.0**-24  # the largest relative error of one float32 rounding
_ALIKE = 1e-5  # relative: more than float32's rounding, less than any mistake


def rounding(scale: Floats | float, roundings: int = 8) -> NDArray[np.float64]:
    """The absolute error that `roundings` float32 operations on numbers up to `scale` can make, per entry.

    Source: Higham, Accuracy and Stability of Numerical Algorithms, section 3.1: n roundings cost at most
    n * u / (1 - n * u), relative to the sum of the magnitudes that went in.
    """
    return np.asarray(roundings * UNIT * np.abs(scale) / (1 - roundings * UNIT), dtype=np.float64)


def no_difference(right: Floats) -> Relation:
    """How the right numbers relate to themselves."""
    has_numbers = bool(right.any())
    return Relation(1.0 if has_numbers else None, 0.0, is_void=not has_numbers)


def relation(returned: Floats, right: Floats) -> Relation:
    """How wrong numbers of the right shape relate to the right ones."""
    has_numbers = bool(right.any())
    if not right.size or not np.isfinite(returned).all():
        return Relation(None, None)
    largest = float(np.max(np.abs(returned)))
    factor: float | None = None
    if has_numbers:
        factor = float(np.sum(returned * right) / np.sum(right * right))
        if abs(factor) <= 1e-3 or not (np.abs(returned - factor * right) <= _ALIKE * largest).all():
            factor = None
    offset = returned - right
    is_constant = np.ptp(offset) <= _ALIKE * np.max(np.abs(offset))
    return Relation(factor, float(offset.flat[0]) if is_constant else None)


def remark(subject: str, found: Relation, right: Floats, close: NDArray[np.bool_]) -> Remark | None:
    """What to say about wrong numbers: a factor or an offset if it explains them, and which ones are wrong.

    Args:
        subject: the function and the piece of its result.
        found: the relation to the right numbers.
        right: the right numbers.
        close: which numbers are right.
    """
    otherwise = ""
    if right.size > 1:
        at = [int(i) for i in np.argwhere(~close)[0]]
        count = int(np.count_nonzero(~close))
        otherwise = _("{count} of {total} numbers differ, the first at {at}.")
        if count == right.size:
            otherwise = _("None of the {total} numbers is right.")
        otherwise = otherwise.format(count=count, total=right.size, at=at)
    # a single number always has a factor; only a plain one explains anything, and "1 times" explains nothing
    factor = found.factor
    if factor is not None and abs(factor - 1) > 1e-3 and (np.count_nonzero(right) > 1 or is_plain(factor)):
        return Remark(subject, Relation(factor, None), _factor_sentence(factor), otherwise)
    if found.offset is not None and right.size > 1:
        sentence = _("Every number is off by {offset}.").format(offset=f"{found.offset:+.4g}")
        return Remark(subject, Relation(None, found.offset), sentence, otherwise)
    return Remark(subject, Relation(None, None), otherwise) if otherwise else None


def _factor_sentence(factor: float) -> str:
    if abs(factor + 1) < 1e-3:
        return _("The sign is wrong.")
    if factor < 0:
        sentence = _("The sign is wrong, and it is {factor} times as large as it should be.")
        return sentence.format(factor=f"{-factor:.4g}")
    return _("It is {factor} times what it should be.").format(factor=f"{factor:.4g}")


def is_plain(factor: float) -> bool:
    """Whether a factor is a whole number or one over it: such a factor means something even for a single number."""
    whole = abs(factor) if abs(factor) >= 1 else 1 / max(abs(factor), 1e-9)
    return whole < 100 and abs(whole - round(whole)) < 1e-4
