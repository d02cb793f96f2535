"""Numbers beside the right ones: how far float32 may be off, and how to say a difference in one sentence."""

import numpy as np
from numpy.typing import NDArray

from grader.messages import _
from grader.testing.values import Floats

UNIT = 2.0**-24  # the largest relative error of one float32 rounding


def rounding(scale: Floats | float, roundings: int = 8) -> NDArray[np.float64]:
    """The absolute error that `roundings` float32 operations on numbers up to `scale` can make, per entry.

    Source: Higham, Accuracy and Stability of Numerical Algorithms, section 3.1: n roundings cost at most
    n * u / (1 - n * u), relative to the sum of the magnitudes that went in.
    """
    return np.asarray(roundings * UNIT * np.abs(scale) / (1 - roundings * UNIT), dtype=np.float64)


def difference(returned: Floats, right: Floats, close: NDArray[np.bool_]) -> str:
    """One sentence on how the numbers differ: not finite, a constant factor, or the first entry that is off."""
    if not np.isfinite(returned).all():
        return _("There are numbers that are not finite (nan or inf).")
    if np.count_nonzero(right) and right.size:
        factor = float(np.sum(returned * right) / np.sum(right * right))
        off = np.abs(returned - factor * right)
        # of a single number anything is a factor; only a plain one says something, and "1 times" nothing at all
        telling = (np.count_nonzero(right) > 1 or is_plain(factor)) and abs(factor - 1) > 1e-3
        if telling and abs(factor) > 1e-3 and (off <= 1e-5 * np.max(np.abs(returned))).all():
            return _("It is {factor} times what it should be.").format(factor=f"{factor:.4g}")
    offset = returned - right
    if right.size > 1 and np.ptp(offset) <= 1e-5 * np.max(np.abs(offset)):
        return _("Every number is off by {offset}.").format(offset=f"{float(offset.flat[0]):+.4g}")
    if right.size == 1:
        return ""
    at = tuple(int(i) for i in np.argwhere(~close)[0])
    count = int(np.count_nonzero(~close))
    return _("{count} of {total} numbers differ, the first at {at}.").format(count=count, total=right.size, at=list(at))


def is_plain(factor: float) -> bool:
    """Whether a factor is a whole number or one over it, so that even of a single number it says something."""
    whole = abs(factor) if abs(factor) >= 1 else 1 / max(abs(factor), 1e-9)
    return whole < 100 and abs(whole - round(whole)) < 1e-4
