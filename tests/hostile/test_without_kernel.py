"""Hostile submissions where Landlock and seccomp are missing: honest work is safe, and we know what gets through."""

import sys
from collections.abc import Mapping

import pytest

from tests.hostile.attempt import Attempt
from tests.hostile.corpus import attempts_here
from tests.hostile.judges import WITHOUT_KERNEL, judge_all
from tests.hostile.judging import Outcome

# what these try, the judge meets before there is a worker, or meets with limits of its own
_SAME_WITHOUT_KERNEL = (
    *("eat", "hang", "evade", "known", "files", "texts", "walls", "notebooks"),
    *("deep", "codecs", "endless", "cells", "names", "sizes", "overwritten"),
)

ATTEMPTS = [attempt for attempt in attempts_here() if attempt.group not in _SAME_WITHOUT_KERNEL]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Landlock and seccomp are Linux's")
every_attempt = pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda attempt: attempt.name)

Outcomes = Mapping[str, Outcome]


@pytest.fixture(scope="module")
def outcomes() -> Outcomes:
    """What is not the same anyway, with Landlock and seccomp switched off."""
    return judge_all(ATTEMPTS, WITHOUT_KERNEL)


@every_attempt
def test_no_mark_is_forged(attempt: Attempt, outcomes: Outcomes) -> None:
    """By leaving, lying or patching: only whoever reads the answers somewhere has them, and the document says so."""
    outcome = outcomes[attempt.name]

    assert "earns points" not in outcome.effects or "earns points" in attempt.gets_through
    assert outcome.isolation == "process-only" or "stops the judge" in attempt.gets_through


@every_attempt
def test_the_canaries_sing(attempt: Attempt, outcomes: Outcomes) -> None:
    """What the layers stop gets through without them, and nothing else does: so test_hostile.py can fail."""
    assert set(outcomes[attempt.name].effects) == attempt.reach


@every_attempt
def test_honest_work_has_its_marks(attempt: Attempt, outcomes: Outcomes) -> None:
    """Each module has a process of its own, so nothing that one does reaches the next."""
    assert outcomes[attempt.name].has_honest_marks or "stops the judge" in attempt.gets_through
