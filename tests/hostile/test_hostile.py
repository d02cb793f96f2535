"""Hostile submissions: none earns a mark, ends the judge, harms other work or leaves a trace.

`python -m tests.hostile` shows what became of each as a table.
"""

import compileall
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from grader.pipe.launcher import Launcher
from grader.pipe.limits import Limits
from tests.hostile.attempt import ROOT, Attempt
from tests.hostile.corpus import attempts_here
from tests.hostile.judges import judge_all
from tests.hostile.judging import Outcome
from tests.hostile.outside import site_packages
from tests.hostile.traces import Listing, changes, listing

JUDGE_MEMORY_MB = 256  # that a judge may use, whatever it is sent
DOCUMENT_BYTES = 512 * 1024  # that a result document may be long, whatever it is about

ATTEMPTS = attempts_here()

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Landlock and seccomp are Linux's")
every_attempt = pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda attempt: attempt.name)

Outcomes = Mapping[str, Outcome]


@pytest.fixture(scope="module")
def outcomes() -> Outcomes:
    """Everything, with all layers in force."""
    with Launcher() as launcher:
        if launcher.isolation(Limits()).level != "full":
            pytest.skip("this kernel lacks Landlock or seccomp")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", True)  # what we leave ourselves is no trace of anybody
        for folder in ("grader", "tests"):  # nor what tests leave that run meanwhile
            compileall.compile_dir(ROOT / folder, quiet=2)
        before = _installed_and_cloned()
        found = judge_all(ATTEMPTS)
        assert changes(before, _installed_and_cloned()) == []
    return found


def _installed_and_cloned() -> Listing:
    found = listing(ROOT)
    for folder in site_packages():
        found |= listing(folder)
    return found


def as_read(text: str) -> str:
    """A report's text without its margins."""
    return " ".join(text.split())


def test_there_are_many_and_each_is_another() -> None:
    """At least seventy, and no two try the same."""
    assert len(ATTEMPTS) >= 70
    assert len({attempt.tries for attempt in ATTEMPTS}) == len(ATTEMPTS)


@every_attempt
def test_its_tasks_end_as_they_should(attempt: Attempt, outcomes: Outcomes) -> None:
    """No unearned point, and the right one of the five outcomes."""
    assert outcomes[attempt.name].status == attempt.status


@every_attempt
def test_the_learner_reads_the_right_sentence(attempt: Attempt, outcomes: Outcomes) -> None:
    """In the report that everybody gets."""
    assert as_read(attempt.says) in as_read(outcomes[attempt.name].report)


@every_attempt
def test_it_has_no_effect_outside(attempt: Attempt, outcomes: Outcomes) -> None:
    """Nothing read, written, reached, started or ended, and the judge lives."""
    outcome = outcomes[attempt.name]

    assert (outcome.effects, outcome.traces, outcome.problem) == ((), (), "")


@every_attempt
def test_honest_work_beside_it_has_its_full_marks(attempt: Attempt, outcomes: Outcomes) -> None:
    """In the same run, in a document that lists everything."""
    outcome = outcomes[attempt.name]

    assert outcome.is_complete
    assert outcome.has_honest_marks or not attempt.has_honest_work


@every_attempt
def test_the_judge_stays_small(attempt: Attempt, outcomes: Outcomes) -> None:
    """Whatever it is sent to keep or to write down."""
    outcome = outcomes[attempt.name]

    assert outcome.memory_mb < JUDGE_MEMORY_MB
    assert outcome.document_bytes < DOCUMENT_BYTES


def test_a_trace_would_be_seen(tmp_path: Path) -> None:
    """New, gone, changed, or with other rights."""
    for name in ("gone", "changed", "rights"):
        (tmp_path / name).write_text("before")
    before = listing(tmp_path)
    (tmp_path / "gone").unlink()
    (tmp_path / "changed").write_text("afterwards")
    (tmp_path / "rights").chmod(0o777)
    (tmp_path / "new").mkdir()

    assert [trace.partition(":")[0] for trace in changes(before, listing(tmp_path))] == [
        "changed",
        "changed",
        "gone",
        "new",
    ]
