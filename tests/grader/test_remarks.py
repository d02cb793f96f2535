"""What is said of wrong numbers: only what every call bears out, and nothing beside a better reason."""

import numpy as np
import pytest

from grader.pipe.pool import Workers
from grader.result.evidence import Evidence
from grader.source.module import Source, parse
from grader.testing import Learner, expect
from grader.testing.failure import Failed
from grader.testing.learner import Session

MODULE = b"""
def shifted(x): return x + 2.5
def turned(x): return -len(x) * x
def double(x): return 2 * x
"""


@pytest.fixture
def session(workers: Workers) -> Session:
    """One run of an exercise's tests."""
    source = parse("ex01_ways", MODULE)
    assert isinstance(source, Source)
    return Session(source, workers)


def evidence_of(session: Session, function: str, numbers: list[float]) -> Evidence:
    """What a call shows that should give its argument back."""
    x = np.array(numbers)
    with pytest.raises(Failed) as failed:
        expect(Learner(session).call(function, x)).equals(x)
    return failed.value.evidence


def test_a_factor_that_another_call_contradicts_is_not_told(session: Session) -> None:
    """2.5 more than 2.5 is twice as much by coincidence."""
    first = evidence_of(session, "shifted", [2.5, 2.5])
    evidence_of(session, "shifted", [1.0, 2.0])

    assert first.explanation(seen=session.relations) == "None of the 2 numbers is right."


def test_a_factor_that_every_call_bears_out_is_told(session: Session) -> None:
    """Zeros, of which every factor is right, do not contradict it."""
    first = evidence_of(session, "double", [1.0, 2.0])
    expect(Learner(session).double(np.zeros(3))).equals([0.0, 0.0, 0.0])
    evidence_of(session, "double", [3.0, -4.0])

    assert first.explanation(seen=session.relations) == "It is 2 times what it should be."


def test_a_sign_that_is_wrong_at_every_call_is_told(session: Session) -> None:
    """Though the factor beside it is another one each time."""
    first = evidence_of(session, "turned", [1.0, 2.0])
    evidence_of(session, "turned", [3.0, -4.0, 1.0])
    sentence = first.explanation(seen=session.relations)
    expect(Learner(session).turned(np.zeros(1))).equals([0.0])

    assert sentence.startswith("The sign is wrong, and the size too")
    assert first.explanation(seen=session.relations) == sentence


def test_a_named_mistake_needs_no_remark(session: Session) -> None:
    """The reason stands in its place."""
    assert evidence_of(session, "double", [1.0, 2.0]).explanation(is_named=True) == ""


def test_another_shape_contradicts_a_factor_too(session: Session) -> None:
    """Numbers in another order or number are no multiple of the right ones."""
    first = evidence_of(session, "double", [1.0, 2.0])
    with pytest.raises(Failed):
        expect(Learner(session).double(np.ones(3))).equals([1.0, 1.0])

    assert first.explanation(seen=session.relations) == "None of the 2 numbers is right."
