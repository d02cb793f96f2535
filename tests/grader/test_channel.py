"""The channel: a worker that hangs, leaves, crashes or floods is ended from outside, and the judge goes on."""

import time

import pytest

from grader.pipe.errors import WorkerEnded
from grader.pipe.frames import Call, Raised, Returned
from grader.pipe.limits import Limits
from grader.pipe.pool import Workers
from grader.source.module import Source, parse

MODULE = """
import os, sys, signal, time

def right(x): return x + 1.0

def hang():
    while True: pass

def hang_and_swallow():
    while True:
        try: time.sleep(100)
        except BaseException: pass

def leave(): os._exit(0)

def leave_politely(): sys.exit(0)

def crash(): os.kill(os.getpid(), signal.SIGSEGV)

def flood():
    print("x" * 100_000_000)
    return 1.0

def write_to_descriptors():
    for descriptor in range(1, 20):
        try: os.write(descriptor, b"\\x00\\x00\\x00\\x04fake" * 100)
        except OSError: pass
    return 1.0

def eat_memory():
    return [0.0] * 10**10

def wait_for_input(): return input()

def recurse(): return recurse()
"""


@pytest.fixture
def source() -> Source:
    """A module of ways to end badly."""
    parsed = parse("ex01_ways", MODULE.encode())
    assert isinstance(parsed, Source)
    return parsed


def test_a_call_is_answered(workers: Workers, source: Source) -> None:
    """The ordinary case."""
    reply = workers.ask(source, Call("right", (1.0,)))

    assert isinstance(reply, Returned)
    assert reply.results == (2.0,)


def test_a_busy_loop_ends_at_the_cpu_limit(workers: Workers, source: Source) -> None:
    """The limit of one CPU second holds, and the sentence says what happened."""
    with pytest.raises(WorkerEnded, match="did not finish within 1 second,") as ended:
        workers.ask(source, Call("hang", ()))

    assert ended.value.end == "timeout"


def test_a_sleeper_that_swallows_exceptions_ends_at_the_wall_limit(workers: Workers, source: Source) -> None:
    """Nothing the learner's code catches can postpone the end."""
    began = time.monotonic()

    with pytest.raises(WorkerEnded, match="did not finish"):
        workers.ask(source, Call("hang_and_swallow", ()))
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(("function", "said"), [("leave", "exit status 0"), ("crash", "SIGSEGV")])
def test_leaving_and_crashing_are_named(workers: Workers, source: Source, function: str, said: str) -> None:
    """An early exit is no success."""
    with pytest.raises(WorkerEnded, match=said) as ended:
        workers.ask(source, Call(function, ()))

    assert ended.value.end == "crash"


def test_the_next_call_gets_a_new_worker(workers: Workers, source: Source) -> None:
    """One bad call costs one call."""
    with pytest.raises(WorkerEnded):
        workers.ask(source, Call("leave", ()))

    reply = workers.ask(source, Call("right", (1.0,)))

    assert isinstance(reply, Returned)


def test_sys_exit_is_an_exception_of_the_learner(workers: Workers, source: Source) -> None:
    """SystemExit does not end the worker."""
    reply = workers.ask(source, Call("leave_politely", ()))

    assert isinstance(reply, Raised)
    assert reply.exception == "SystemExit"


def test_a_flood_of_print_is_cut(workers: Workers, source: Source) -> None:
    """A hundred megabytes cost neither memory nor the answer, and what is missing is counted."""
    reply = workers.ask(source, Call("flood", ()))

    assert isinstance(reply, Returned)
    assert len(reply.printed.text) + reply.printed.dropped == 100_000_001


def test_forged_frames_end_the_worker(workers: Workers, source: Source) -> None:
    """Bytes written to the pipe behind our back are no answer."""
    with pytest.raises(WorkerEnded, match="not an answer"):
        workers.ask(source, Call("write_to_descriptors", ()))


def test_an_answer_written_in_advance_is_no_answer(workers: Workers) -> None:
    """A whole and valid frame with the right form; but it cannot know the ticket of a call that was not made yet."""
    text = """
import io, os, sys

def answer():
    frames, codec = (sys.modules[f"grader.pipe.{name}"] for name in ("frames", "codec"))
    stream = io.BytesIO()
    reply = frames.Returned((1.0,), (), None, False, "float32", True, (), frames.Printed())
    codec.write_frame(stream, reply, b"12345678")
    for descriptor in range(3, 10):
        try: os.write(descriptor, stream.getvalue())
        except OSError: pass
    return 2.0
"""
    parsed = parse("ex01_forger", text.encode())
    assert isinstance(parsed, Source)

    with pytest.raises(WorkerEnded, match="belongs to another call"):
        workers.ask(parsed, Call("answer", ()))


def test_stdin_is_empty(workers: Workers, source: Source) -> None:
    """`input()` finds the end of the file at once."""
    reply = workers.ask(source, Call("wait_for_input", ()))

    assert isinstance(reply, Raised)
    assert reply.exception == "EOFError"


def test_endless_recursion_is_an_exception(workers: Workers, source: Source) -> None:
    """With the learner's own line."""
    reply = workers.ask(source, Call("recurse", ()))

    assert isinstance(reply, Raised)
    assert reply.exception == "RecursionError"
    assert reply.frames


@pytest.mark.skipif("sys.platform != 'linux'", reason="memory limits are only enforced on Linux")
def test_memory_is_limited(workers: Workers, source: Source) -> None:
    """Eighty gigabytes are refused."""
    reply = workers.ask(source, Call("eat_memory", ()))

    assert isinstance(reply, Raised)
    assert reply.exception == "MemoryError"


def test_the_submission_has_a_limit_of_its_own(source: Source) -> None:
    """Many calls, each within its limit, cannot add up without end."""

    def flood_for_ever(few: Workers) -> None:
        while True:
            few.ask(source, Call("flood", ()))

    with Workers(Limits(call_seconds=5.0, submission_seconds=0.5)) as few, pytest.raises(WorkerEnded) as ended:
        flood_for_ever(few)
    assert "for the whole submission were used up" in ended.value.message


def test_the_worker_sees_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tokens in the environment stay here."""
    monkeypatch.setenv("SECRET_TOKEN", "1234")
    parsed = parse("ex01_spy", b"import os\ndef look(): return str(dict(os.environ))\n")
    assert isinstance(parsed, Source)

    with Workers(Limits()) as pool:
        reply = pool.ask(parsed, Call("look", ()))

    assert isinstance(reply, Returned)
    assert "1234" not in str(reply.results)


def test_a_module_that_cannot_be_imported_says_where(workers: Workers) -> None:
    """The learner's line, not the grader's."""
    parsed = parse("ex01_bad", b"x = 1\ny = x / 0\n")
    assert isinstance(parsed, Source)

    reply = workers.load(parsed)

    assert isinstance(reply, Raised)
    assert [frame.line for frame in reply.frames] == [2]


def test_stopping_twice_is_harmless() -> None:
    """As at the end of a `with` after a crash."""
    with Workers(Limits()) as pool:
        pool.prepare()
        pool.stop()
        pool.stop()


def test_an_answer_that_is_too_large_is_said_to_be(workers: Workers) -> None:
    """Nobody's answer has a million numbers; it costs the call, and not the worker."""
    parsed = parse("ex01_large", b"import torch\ndef large(): return [torch.ones(900_000) for _ in range(5)]\n")
    assert isinstance(parsed, Source)

    reply = workers.ask(parsed, Call("large", ()))

    assert isinstance(reply, Raised)
    assert reply.message == "what came back is too large to look at"


@pytest.mark.parametrize(
    "body",
    [
        "raise ValueError('\\ud800')",
        "raise ModuleNotFoundError(name='\\ud800')",
        "return '\\ud800'",
        "return type('Odd', (), {'__repr__': lambda self: '\\ud800'})()",
    ],
    ids=["message", "module", "text", "repr"],
)
def test_half_a_character_is_shown_escaped(workers: Workers, body: str) -> None:
    """It cannot be sent as it is, and is no reason to end."""
    parsed = parse("ex01_ways", f"def odd():\n    {body}\n".encode())
    assert isinstance(parsed, Source)

    assert "\\ud800" in str(workers.ask(parsed, Call("odd", ())))


def test_once_a_module_has_used_up_a_calls_time_its_other_calls_get_less(source: Source) -> None:
    """So that one endless loop, met in every task, is told of soon; right work takes a thousandth of it."""
    with Workers(Limits(call_seconds=1.0, submission_seconds=100.0)) as some:
        for said in ("within 1 second, ", "an earlier call had used up 1 second"):
            with pytest.raises(WorkerEnded) as ended:
                some.ask(source, Call("hang", ()))
            assert said in ended.value.message

        assert isinstance(some.ask(source, Call("right", (1.0,))), Returned)


PATIENT = b"""
import time

def sleep(): time.sleep(0.15)

def compute():
    until = time.process_time() + 0.1
    while time.process_time() < until:
        pass
"""


def call_often(function: str) -> list[object]:
    """Fifteen calls, of an exercise that may be idle for half a second."""
    parsed = parse("ex01_patient", PATIENT)
    assert isinstance(parsed, Source)
    with Workers(Limits(idle_seconds=0.5)) as workers:
        return [workers.ask(parsed, Call(function, ())) for _call in range(15)]


def test_calls_that_only_wait_are_ended_in_a_sentence() -> None:
    """Sleeping costs no CPU time; it is counted apart, for an exercise and for all of them."""
    with pytest.raises(WorkerEnded, match="without computing anything"):
        call_often("sleep")


def test_calls_that_compute_are_not_idle() -> None:
    """However busy the machine is: waiting for a core is no idleness of theirs."""
    assert all(isinstance(reply, Returned) for reply in call_often("compute"))
