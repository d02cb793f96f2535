"""Exercise 1, hidden: any table, and lists that are left as they were."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import Learner, expect, rounding

Table = list[list[float]]
SIZES = ((3, 2, 4), (2, 3, 1), (4, 1, 2), (1, 3, 2), (3, 1, 1))


# quarters are exact in float32, so the comparison needs no tolerance
NUMBERS = st.integers(-40, 40) | st.integers(-160, 160).map(lambda quarter: quarter / 4)
# small, so that a lost decimal place matters
MANY_PLACES = st.integers(-99_999, 99_999).map(lambda millionth: millionth / 1_000_000)


@st.composite
def tables(draw: st.DrawFn, number: st.SearchStrategy[float] = NUMBERS) -> tuple[Table, Table]:
    """Features and targets: by default whole numbers and fractions mixed, as people type them."""
    n, d, k = draw(st.sampled_from(SIZES))

    def rows(width: int) -> st.SearchStrategy[Table]:
        return st.lists(st.lists(number, min_size=width, max_size=width), min_size=n, max_size=n)

    return draw(rows(d)), draw(rows(k))


@pytest.mark.task("values")
@given(drawn=tables())
def test_any_table_keeps_its_numbers(learner: Learner, drawn: tuple[Table, Table]) -> None:
    """Whole numbers and fractions arrive unchanged, in tables of any size."""
    features, targets = drawn
    X, y = learner.to_tensors(features, targets).parts("X", "y")
    expect(X).equals(np.array(features, dtype=np.float64), within=0.0, dtype=None)
    expect(y).equals(np.array(targets, dtype=np.float64), within=0.0, dtype=None)


@pytest.mark.task("values")
@settings(max_examples=5)
@given(drawn=tables(MANY_PLACES))
def test_numbers_keep_their_decimal_places(learner: Learner, drawn: tuple[Table, Table]) -> None:
    """Small numbers with many decimal places keep them all, as far as float32 can hold them."""
    parts = learner.to_tensors(*drawn).parts("X", "y")
    for part, rows in zip(parts, drawn, strict=True):
        right = np.array(rows, dtype=np.float64)
        # the nearest float32 is one rounding away from the number that was given; a detour may cost another one
        expect(part).equals(right, within=rounding(right, 2), dtype=None)


@pytest.mark.task("values")
def test_larger_tables_at_every_call(learner: Learner, rng: np.random.Generator) -> None:
    """With more samples, features and targets than in any example, each call returns tensors of its own."""
    before, (features, targets) = (
        tuple((rng.integers(-160, 161, shape) / 4).tolist() for shape in ((30, 8), (30, 7))) for _call in range(2)
    )
    answer = learner.call("to_tensors", features, targets, before=before)
    for part, rows in zip(answer.parts("X", "y"), (features, targets), strict=True):
        expect(part).equals(np.array(rows, dtype=np.float64), within=0.0, dtype=None)
    expect(answer).left_the_result_before_alone()


@pytest.mark.task("values")
@given(drawn=tables())
def test_lists_and_torch_stay_as_they_were(learner: Learner, drawn: tuple[Table, Table]) -> None:
    """The lists and the numbers in them stay as they were, nothing is seeded, and torch's settings do not change."""
    answer = learner.to_tensors(*drawn)
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()


@pytest.mark.task("float32")
@given(drawn=tables())
def test_any_table_is_float32(learner: Learner, drawn: tuple[Table, Table]) -> None:
    """Both tensors are float32 for whole numbers, fractions and mixtures."""
    for part in learner.to_tensors(*drawn).parts("X", "y"):
        expect(part).has_dtype("float32")
        expect(part).tracks_no_gradients()


@pytest.mark.task("float32")
def test_a_number_arrives_in_float32(learner: Learner, rng: np.random.Generator) -> None:
    """The number that the lists hold is in both float32 tensors."""
    number = int(rng.integers(10, 40))
    for rows in ([[number]], [[number] * 9] * 30):
        for part in learner.to_tensors(rows, rows).parts("X", "y"):
            # where it stands is for the other task to judge
            expect(part).that(number in part.numbers, f"a tensor with the number {number}", f"{number} is not in it.")
            expect(part).has_dtype("float32")
