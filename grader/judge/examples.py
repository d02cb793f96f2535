"""How Hypothesis draws and shrinks the examples of property tests."""

import contextlib
import functools
import hashlib
from collections.abc import Callable, Iterator
from typing import Protocol

import pytest
from hypothesis import HealthCheck, Phase, settings

from grader.testing.failure import Failed, FailedOnce

_EXAMPLES = 10  # a property test's cases: each is drawn with content, so a wrong formula survives none of them

_PHASES = (Phase.explicit, Phase.generate)
settings.register_profile(
    "grader",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=_EXAMPLES,
    # no explain phase: its text names the framework's files, and it costs ten times the shrinking
    phases=(*_PHASES, Phase.shrink),
    report_multiple_bugs=False,
    print_blob=False,
    suppress_health_check=list(HealthCheck),
)
# for proofs: a known wrong answer need only be caught, and nobody reads its smallest failing call
settings.register_profile("proof", settings.get_profile("grader"), phases=_PHASES)


class HypothesisHandle(Protocol):
    """What a test that Hypothesis runs has as its attribute `hypothesis`, for runners to wrap."""

    inner_test: Callable[..., object]


def seed_of(salt: str, item: pytest.Item) -> int:
    """The seed of one test's examples: it depends on the salt and the test only."""
    text = f"{salt}\0{item.path.name}\0{item.name}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


@contextlib.contextmanager
def ended_by_the_first_failure(handle: HypothesisHandle) -> Iterator[None]:
    """Take the first failing example as it is: making it smaller would cost most of a wrong answer's time."""
    test = handle.inner_test

    @functools.wraps(test)
    def fail_once(*arguments: object, **keywords: object) -> object:
        try:
            return test(*arguments, **keywords)
        except Failed as failed:
            raise FailedOnce(failed.evidence) from None

    handle.inner_test = fail_once
    try:
        yield
    finally:
        handle.inner_test = test
