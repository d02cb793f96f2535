"""Property tests in a plain loop: as many examples, the same for the same seed, and the smallest where one fails."""

import importlib
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import cast

import pytest
from hypothesis import assume, example, given, is_hypothesis_test, settings
from hypothesis import strategies as st
from hypothesis.errors import FlakyFailure, Unsatisfiable

from grader.course.file import load_course
from grader.judge import examples
from grader.judge.examples import Examples, Property, run_property
from grader.judge.hypothesis_choices import BuildContext, Choices

COURSE = load_course(Path(__file__).resolve().parents[2])
COUNT = 8
few = settings(max_examples=COUNT, database=None, deadline=None)


def examples_of(strategy: st.SearchStrategy[object], seed: int, shrink: bool = True) -> list[object]:
    """What a test that always passes is given."""
    drawn: list[object] = []

    @few
    @given(value=strategy)
    def passes(value: object) -> None:
        drawn.append(value)

    run_property(cast(Property, passes), seed, shrink, Examples())
    return drawn


def run(test: Callable[..., object], shrink: bool = True) -> None:
    """Run a test with one seed or another."""
    run_property(cast(Property, test), 5, shrink, Examples())


def test_as_many_examples_are_tried_as_the_test_asks_for() -> None:
    """No fewer, and none of them twice."""
    drawn = examples_of(st.integers(0, 10**9), seed=1)

    assert len(set(drawn)) == len(drawn) == COUNT


def test_the_seed_decides_on_the_examples() -> None:
    """The same ones for the same seed, others for another."""
    numbers = st.integers(0, 10**9)

    assert examples_of(numbers, seed=1) == examples_of(numbers, seed=1) != examples_of(numbers, seed=2)


def test_examples_drawn_ahead_are_those_that_the_test_draws() -> None:
    """The same ones, and none is drawn again."""
    numbers = st.integers(0, 10**9)
    draws: list[int] = []
    seen: list[int] = []

    def noted(number: int) -> int:
        draws.append(number)
        return number

    @few
    @given(value=numbers.map(noted))
    def passes(value: int) -> None:
        seen.append(value)

    before = Examples()
    before.draw_ahead(cast(Property, passes), 1)
    ahead = len(draws)
    run_property(cast(Property, passes), 1, True, before)

    assert (len(draws), seen) == (ahead, examples_of(numbers, seed=1))


def test_the_simplest_example_is_the_first() -> None:
    """As with Hypothesis itself."""
    assert examples_of(st.tuples(st.integers(), st.booleans()), seed=1)[0] == (0, False)


def test_a_small_world_is_seen_once() -> None:
    """There is no third truth value to try."""
    assert sorted(map(bool, examples_of(st.booleans(), seed=1))) == [False, True]


def test_a_failing_example_is_made_smaller() -> None:
    """To the smallest that fails."""

    @few
    @given(value=st.integers(0, 10**9))
    def fails(value: int) -> None:
        assert value < 10, value

    with pytest.raises(AssertionError, match=r"^10\b"):
        run(fails)


def test_a_failing_example_comes_as_it_is_where_nobody_reads_it() -> None:
    """Once, without another call."""
    calls: list[int] = []

    @few
    @given(value=st.integers(0, 10**9))
    def fails(value: int) -> None:
        calls.append(value)
        assert value < 10

    with pytest.raises(AssertionError):
        run(fails, shrink=False)

    assert [value >= 10 for value in calls] == [False, True]


def test_an_example_that_does_not_fail_again_is_flaky() -> None:
    """And the test does not pass because of that."""
    calls: list[int] = []

    @few
    @given(value=st.integers(0, 10**9))
    def fails_once(value: int) -> None:
        calls.append(value)
        assert len(calls) > 1

    with pytest.raises(FlakyFailure):
        run(fails_once)


def test_an_example_outside_of_the_assumptions_does_not_count() -> None:
    """Another one is drawn in its place."""
    even: list[int] = []

    @few
    @given(value=st.integers(0, 10**9))
    def only_even(value: int) -> None:
        assume(value % 2 == 0)
        even.append(value)

    run(only_even)

    assert len(even) == COUNT


def test_a_test_whose_assumptions_nothing_fits_does_not_pass() -> None:
    """It has tried nothing."""

    @few
    @given(value=st.integers())
    def impossible(value: int) -> None:
        assume(value != value)

    with pytest.raises(Unsatisfiable):
        run(impossible)


def test_an_explicit_example_is_tried() -> None:
    """Such tests are Hypothesis's own."""
    seen: list[int] = []

    @few
    @given(value=st.integers(0, 5))
    @example(value=41)
    def explicit(value: int) -> None:
        seen.append(value)

    run(explicit)

    assert 41 in seen


def test_with_other_insides_of_hypothesis_it_runs_the_test_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slower, but with examples."""
    monkeypatch.setattr(examples, "loop", None)

    assert len(examples_of(st.integers(0, 10**9), seed=1)) == COUNT


@pytest.mark.parametrize("exercise", [exercise.name for exercise in COURSE.exercises])
def test_the_strategies_of_the_course_are_for_the_loop(exercise: str) -> None:
    """None of its tests needs the slow way."""
    module = importlib.import_module(f"tests.hidden.test_{exercise}")
    for test in filter(is_hypothesis_test, vars(module).values()):
        source = Choices(Random(1))
        with BuildContext(source, wrapped_test=test):
            for strategy in test.hypothesis._given_kwargs.values():
                source.draw(strategy)
        assert source.made
