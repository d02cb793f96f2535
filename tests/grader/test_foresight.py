"""Calls that are made ahead: the long ones first, each taken once, and the end of a worker told as it was."""

from grader.pipe.errors import WorkerEnded
from grader.pipe.foresight import Foresight, MadeAhead
from grader.pipe.frames import Call, Printed, Raised, Reply
from grader.source.module import Source, parse

CALLS = [Call(name, ()) for name in ("a", "b", "c")]
SAID = Raised("ValueError", "no", (), None, Printed())


class Workers:
    """Answers every call alike, but for one that ends it."""

    def __init__(self, deadly: str = "") -> None:
        self.deadly = deadly

    def ask(self, source: Source, request: Call) -> Reply:  # noqa: ARG002
        """Answer, or end."""
        if request.function == self.deadly:
            raise WorkerEnded("crash", "gone")
        return SAID

    def cpu_seconds(self) -> float:
        """None at all."""
        return 0.0

    def kill(self) -> None:
        """Nothing is there."""

    def stop(self) -> None:
        """Nothing is there."""


def made_ahead(workers: Workers) -> MadeAhead:
    """All calls, made ahead of a module's tests."""
    source = parse("ex", b"")
    assert isinstance(source, Source)
    return MadeAhead(workers, source, CALLS)


def test_long_calls_come_first() -> None:
    """Those of the last run and of the one before."""
    foresight = Foresight()
    for call, seconds in zip(CALLS, (0.0, 0.02, 0.3), strict=True):
        foresight.keep("ex", call, seconds)

    assert foresight.calls("ex") == [CALLS[2], CALLS[1], CALLS[0]]
    assert len(foresight.calls("ex")) == len(CALLS)
    assert foresight.calls("ex") == []


def test_the_same_call_is_made_again_for_whoever_makes_it_twice() -> None:
    """Only the first is taken from what was made ahead."""
    ahead = made_ahead(Workers())

    assert ahead.take(CALLS[0]) in (None, (SAID, 0.0))
    assert ahead.take(CALLS[0]) is None


def test_a_worker_that_ends_is_told_and_makes_no_more() -> None:
    """Nobody waits for the calls behind it."""
    ahead = made_ahead(Workers(deadly="a"))
    taken = ahead.take(CALLS[0])

    assert taken is None or isinstance(taken[0], WorkerEnded)
    assert ahead.take(Call("never asked", ())) is None
