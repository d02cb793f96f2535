"""Where strategies draw from in a plain loop: the choices behind a value, and nothing else.

This reaches into Hypothesis, which has no public way to draw an example without all the bookkeeping for a search. Where
another version of it has other insides, an import or a draw fails here and `examples.py` does without.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import TypeVar, cast

from hypothesis.control import BuildContext
from hypothesis.database import choices_to_bytes
from hypothesis.internal.conjecture.choice import choice_from_index
from hypothesis.internal.conjecture.data import ConjectureData, Status
from hypothesis.internal.conjecture.providers import HypothesisProvider
from hypothesis.internal.entropy import deterministic_PRNG
from hypothesis.strategies import SearchStrategy
from hypothesis.strategies._internal.lazy import unwrap_strategies

T = TypeVar("T")
Choice = int | float | str | bytes | bool

__all__ = ["BuildContext", "Choices", "choices_to_bytes", "deterministic_PRNG"]


class _NoConstants:
    """Stands for the constants in the files of all modules that happen to be loaded.

    Looking for them takes longer than drawing the examples of an exercise, and the same salt would draw other examples
    where the grader is installed than where it lies beside the course.
    """

    def set_for_type(self, _choice_type: str) -> tuple[()]:
        """None of any type."""
        return ()


class _Provider(HypothesisProvider):
    _local_constants = _NoConstants()


class Choices(ConjectureData):
    """Draws values as Hypothesis does, from the same distributions, and writes down the choices behind them.

    Args:
        random: where choices come from; None for the simplest of each kind, with which Hypothesis begins as well.
    """

    def __init__(self, random: Random | None) -> None:
        # not ConjectureData's own: strategies that want what is missing then are none for a plain loop
        self.made: list[Choice] = []
        self.depth = 0
        self.frozen = False
        self.status = Status.VALID
        self.events = {}
        self.testcounter = -1
        self._random = random
        self.provider = _Provider(self)

    def draw(self, strategy: SearchStrategy[T], label: object = None, observe_as: str | None = None) -> T:  # noqa: ARG002
        """Draw a value."""
        if self._random is None:  # once for a test is enough
            strategy.validate()
        return cast(T, unwrap_strategies(strategy).do_draw(self))  # type: ignore[no-untyped-call]

    def draw_bytes(self, min_size: int = 0, max_size: int = 0, **options: object) -> bytes:
        """As Hypothesis draws them, but at once where their number is fixed."""
        if min_size != max_size or options or self._random is None:
            return super().draw_bytes(min_size, max_size, **options)  # type: ignore[arg-type]
        drawn = self._random.randbytes(min_size)
        self.made.append(drawn)
        return drawn

    @contextmanager
    def track_arg_label(self, label: str) -> Iterator[dict[str, int]]:  # noqa: ARG002
        """Nobody will explain which parts of a tuple matter."""
        yield {}

    def start_span(self, label: int) -> None:  # noqa: ARG002
        """Nobody will ask where a value began."""
        self.depth += 1

    def stop_span(self, *, discard: bool = False) -> None:  # noqa: ARG002
        """Nor where it ended."""
        self.depth -= 1

    def _draw(self, choice_type, constraints, *, observe, forced):  # type: ignore[no-untyped-def]
        if forced is not None:
            value = forced
        elif self._random is None:
            value = choice_from_index(0, choice_type, constraints)
        else:
            value = getattr(self.provider, f"draw_{choice_type}")(**constraints)
        if observe:
            self.made.append(value)
        return value

    def _pooled_constraints(self, _choice_type, constraints):  # type: ignore[no-untyped-def]
        return constraints
