"""The examples of a property test, drawn in a plain loop; Hypothesis comes in where one fails, to make it smaller.

Most tests of most submissions pass. Then nothing that Hypothesis records about each example is ever used, yet recording
takes many times as long as drawing. Here the same strategies draw as many examples from the same distributions, with
the simplest one among them. The choices behind a failing example are all that Hypothesis needs to replay and shrink it.

What this loop cannot do is left to Hypothesis: tests with explicit examples, strategies that need more than choices,
and assumptions that no example satisfies.
"""

import contextlib
import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Protocol

import hypothesis
from hypothesis import Phase, settings
from hypothesis.database import ExampleDatabase
from hypothesis.errors import FlakyFailure, StopTest, UnsatisfiedAssumption
from hypothesis.strategies import SearchStrategy

try:
    from grader.judge import hypothesis_choices as loop
except ImportError:  # a Hypothesis whose internals differ
    loop = None  # type: ignore[assignment]

Choice = int | str | float | bytes | bool

_MOST_DRAWS = 10  # for each example that is wanted: some come twice, and some do not fit what the test assumes


class Handle(Protocol):
    """The attribute `hypothesis` of a test with `@given`, which is there for test runners."""

    inner_test: Callable[..., object]
    _given_kwargs: dict[str, SearchStrategy[object]]


class Property(Protocol):
    """A test with `@given`, as Hypothesis leaves it."""

    hypothesis: Handle
    _hypothesis_internal_use_settings: settings

    def __call__(self, **fixtures: object) -> object:
        """Let Hypothesis run it."""


class _LeftToHypothesis(Exception):
    """The loop cannot run this test."""


@dataclass(frozen=True)
class _Example:
    """What a test is called with.

    Attributes:
        choices: behind it.
        drawn: the arguments.
    """

    choices: tuple[Choice, ...]
    drawn: dict[str, object]


class _Drawing:
    """The examples of one test, each drawn when it is wanted for the first time.

    Args:
        test: whose strategies draw.
        seed: where choices come from.
    """

    def __init__(self, test: Property, seed: int) -> None:
        strategies = getattr(test.hypothesis, "_given_kwargs", None)
        if loop is None or strategies is None or hasattr(test, "hypothesis_explicit_examples"):
            raise _LeftToHypothesis
        self._test, self._strategies = test, strategies
        self._random = Random(seed)
        self._number = 0
        self._examples: list[_Example] = []
        self._tried: set[tuple[Choice, ...]] = set()

    def examples(self) -> Iterator[_Example]:
        """All of them, no two alike."""
        yield from self._examples
        most = _MOST_DRAWS * self._test._hypothesis_internal_use_settings.max_examples
        while self._number < most:
            source = loop.Choices(self._random if self._number else None)
            self._number += 1
            with loop.BuildContext(source, wrapped_test=self._test):
                try:
                    drawn = {name: source.draw(strategy) for name, strategy in self._strategies.items()}
                except (StopTest, UnsatisfiedAssumption):
                    continue
                except Exception:  # not for this loop, or broken: Hypothesis can, or says what is wrong
                    raise _LeftToHypothesis from None
            example = _Example(tuple(source.made), drawn)
            if example.choices not in self._tried:
                self._tried.add(example.choices)
                self._examples.append(example)
                yield example


class Examples:
    """What was drawn for tests before: whoever grades again under the same salt draws nothing anew.

    Tests leave their arguments as they are, and what these work out for themselves is kept with them.
    """

    def __init__(self) -> None:
        self._drawings: dict[tuple[Callable[..., object], int], _Drawing] = {}

    def of(self, test: Property, seed: int) -> Iterator[_Example]:
        """The examples of a test; raises _LeftToHypothesis."""
        key = test.hypothesis.inner_test, seed
        if key not in self._drawings:
            self._drawings[key] = _Drawing(test, seed)
        return self._drawings[key].examples()

    def draw_ahead(self, test: Property, seed: int) -> None:
        """Draw as many examples as the test looks at if it passes."""
        wanted = test._hypothesis_internal_use_settings.max_examples
        with contextlib.suppress(_LeftToHypothesis):
            drawing = self.of(test, seed)
            with loop.deterministic_PRNG():
                for _example in itertools.islice(drawing, wanted):
                    pass


def run_property(test: Property, seed: int, shrink: bool, before: Examples, /, **fixtures: object) -> None:
    """Run a property test; an exception of its first failing example passes through.

    Args:
        test: with `@given`.
        seed: all that its examples depend on.
        shrink: raise what the smallest failing example raises instead. An exception that is no `Exception` comes
            through at once.
        before: examples that were drawn before.
        fixtures: its other arguments.

    Raises:
        FlakyFailure: the failing example passes when it is tried again; only with `shrink`.
    """
    hypothesis.seed(seed)(test)
    try:
        failed = _first_failure(test, seed, before, fixtures)
    except _LeftToHypothesis:
        test(**fixtures)
        return
    if failed is None:
        return
    choices, failure = failed
    if shrink:
        _shrink(test, choices, fixtures)
        raise FlakyFailure("an example failed, and passed when it was tried again", [failure])
    raise failure


def _first_failure(
    test: Property, seed: int, before: Examples, fixtures: dict[str, object]
) -> tuple[tuple[Choice, ...], Exception] | None:
    """The choices behind the first example that fails, and what it raises."""
    wanted, body, valid = test._hypothesis_internal_use_settings.max_examples, test.hypothesis.inner_test, 0
    drawing = before.of(test, seed)
    with loop.deterministic_PRNG():
        for example in drawing:
            with loop.BuildContext(loop.Choices(None), wrapped_test=test):
                try:
                    body(**fixtures, **example.drawn)
                except (StopTest, UnsatisfiedAssumption):
                    continue
                except Exception as failure:
                    return example.choices, failure
            valid += 1
            if valid == wanted:
                return None
    if not valid:
        raise _LeftToHypothesis
    return None


class _OneExample(ExampleDatabase):
    """Remembers one failing example, as one that was found before and may be made smaller."""

    def __init__(self, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self._choices = loop.choices_to_bytes(choices)

    def fetch(self, key: bytes) -> Iterable[bytes]:
        return [self._choices] if key.endswith(b".secondary") else []

    def save(self, key: bytes, value: bytes) -> None:
        pass

    def delete(self, key: bytes, value: bytes) -> None:
        pass


def _shrink(test: Property, choices: tuple[Choice, ...], fixtures: dict[str, object]) -> None:
    """Let Hypothesis replay an example and make it smaller, and raise what the smallest one raises."""
    usual = test._hypothesis_internal_use_settings
    test._hypothesis_internal_use_settings = settings(
        usual, derandomize=False, database=_OneExample(choices), phases=(Phase.reuse, Phase.shrink)
    )
    try:
        test(**fixtures)
    finally:
        test._hypothesis_internal_use_settings = usual
