"""Hypothesis strategies: small, round problems of linear regression.

All numbers are quarters, so float32 holds them, their products and short sums without rounding; counterexamples are
readable and tolerances can be tight. The sizes n, d and k differ from each other and are at least 2, so that no
mix-up of axes goes unseen. Some mistakes show only where a size is 1 or two are equal: a test that tries each of
those sizes in every example takes its problems from `problems_of_each`.
"""

import functools
import itertools
import math
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from grader.testing.values import Floats

SIZES = ((3, 2, 4), (4, 3, 2), (2, 3, 4), (5, 2, 3), (2, 4, 3), (4, 2, 3), (3, 4, 2))
# every set of sizes that can be 1, and every set that can be equal
ONE_OF_SOMETHING = ((1, 3, 2), (3, 1, 2), (3, 2, 1), (1, 1, 2), (1, 3, 1), (3, 1, 1), (1, 1, 1))
EQUAL_SIZES = ((3, 2, 2), (2, 2, 3), (2, 3, 2), (3, 3, 3))
# Multiples of a quarter between -4 and 4, the most readable first: Hypothesis shrinks towards the front. Zero comes
# after the other whole numbers, for what is multiplied by it does not show in a result.
_NUMBERS = sorted(
    (i / 4 for i in range(-16, 17)), key=lambda x: (x * 4 % 4 != 0, x * 4 % 2 != 0, x == 0, abs(x), x < 0)
)


@dataclass(frozen=True)
class LinearProblem:
    """Data and parameters: X (n, d), y (n, k), weight (d, k), bias (k,), all float64 and float32-exact."""

    X: Floats
    y: Floats
    weight: Floats
    bias: Floats

    @property
    def n(self) -> int:
        """How many samples."""
        return int(self.X.shape[0])

    @property
    def d(self) -> int:
        """How many features."""
        return int(self.X.shape[1])

    @property
    def k(self) -> int:
        """How many outputs."""
        return int(self.y.shape[1])


@functools.cache  # Hypothesis validates each strategy object once
def quarters(count: int) -> st.SearchStrategy[list[float]]:
    """Lists of `count` multiples of a quarter between -4 and 4."""
    # one string of bytes costs Hypothesis a tenth of what as many numbers cost, and shrinks as well
    return st.binary(min_size=count, max_size=count).map(_numbers_of_bytes)


def _numbers_of_bytes(drawn: bytes) -> list[float]:
    return [_NUMBERS[byte % len(_NUMBERS)] for byte in drawn]


@functools.cache  # as above
@st.composite
def arrays(draw: st.DrawFn, *shapes: tuple[int, ...]) -> tuple[Floats, ...]:
    """One array of quarters for each shape; drawn as one list, which costs Hypothesis least."""
    sizes = [math.prod(shape) for shape in shapes]
    flat = np.asarray(draw(quarters(sum(sizes))), dtype=np.float64)
    ends = itertools.accumulate(sizes)
    return tuple(flat[end - size : end].reshape(shape) for shape, size, end in zip(shapes, sizes, ends, strict=True))


@st.composite
def arrays_of_each(draw: st.DrawFn, groups: tuple[tuple[tuple[int, ...], ...], ...]) -> tuple[tuple[Floats, ...], ...]:
    """Arrays for each group of shapes, for tests that go through all groups and end with the first that fails."""
    # the last group is drawn first: Hypothesis makes what comes first simple, so what remains is the first failing one
    drawn = iter(draw(arrays(*(shape for group in reversed(groups) for shape in group))))
    return tuple(tuple(next(drawn) for _ in group) for group in reversed(groups))[::-1]


@st.composite
def linear_problems(draw: st.DrawFn, sizes: tuple[tuple[int, int, int], ...] = SIZES) -> LinearProblem:
    """Problems of the sizes (n, d, k)."""
    n, d, k = draw(st.sampled_from(sizes))
    X, y, weight, bias = draw(arrays((n, d), (n, k), (d, k), (k,)))
    return LinearProblem(X, y, weight, bias)


def large_problems(rng: np.random.Generator) -> tuple[LinearProblem, LinearProblem]:
    """Two problems of the same sizes, which are larger than in any example: dozens of samples, many features."""
    n, d, k = int(rng.integers(24, 48)), int(rng.integers(6, 10)), int(rng.integers(6, 10))
    shapes = ((n, d), (n, k), (d, k), (k,))
    first, second = (LinearProblem(*(rng.integers(-16, 17, shape) / 4 for shape in shapes)) for _problem in range(2))
    return first, second


@st.composite
def problems_of_each(draw: st.DrawFn, sizes: tuple[tuple[int, int, int], ...]) -> tuple[LinearProblem, ...]:
    """One problem of each of the sizes (n, d, k), for tests that leave none of them to chance."""
    groups = draw(arrays_of_each(tuple(((n, d), (n, k), (d, k), (k,)) for n, d, k in sizes)))
    return tuple(LinearProblem(*group) for group in groups)


@st.composite
def pairs_of_each(draw: st.DrawFn, sizes: tuple[tuple[int, int], ...]) -> tuple[tuple[Floats, Floats], ...]:
    """One pair of arrays of each of the shapes (n, k)."""
    return tuple((first, second) for first, second in draw(arrays_of_each(tuple((shape, shape) for shape in sizes))))


@st.composite
def pairs(
    draw: st.DrawFn, sizes: tuple[tuple[int, int], ...] = ((3, 2), (2, 4), (4, 3), (5, 2))
) -> tuple[Floats, Floats]:
    """Two arrays of the same shape (n, k), as predictions and targets are."""
    shape = draw(st.sampled_from(sizes))
    first, second = draw(arrays(shape, shape))
    return first, second


seeds = st.integers(0, 2**31 - 1)
