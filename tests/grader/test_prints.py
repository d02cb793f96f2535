"""What a learner's code prints, however it came by its standard output."""

import pytest

from grader.pipe.frames import Call, Returned
from grader.pipe.pool import Workers
from grader.source.module import Source, parse

MODULE = """
import sys
say = sys.stdout.write
def tell(line, file=sys.stdout): print(line, file=file)
def write(text): say(text)
def plain(text): print(text)
def close(): sys.stdout.close()
def detach(): sys.stdout.detach()
def other_form(): sys.stdout.reconfigure(encoding="utf-16", newline="\\r\\n", write_through=False)
"""


@pytest.fixture
def source() -> Source:
    """A module that takes hold of its standard output when it is loaded."""
    parsed = parse("ex01_prints", MODULE.encode())
    assert isinstance(parsed, Source)
    return parsed


def printed(workers: Workers, source: Source, function: str, *arguments: str) -> str:
    """What one call printed."""
    reply = workers.ask(source, Call(function, arguments))
    assert isinstance(reply, Returned)
    return reply.printed.text


@pytest.mark.parametrize("function", ["tell", "write"])
def test_an_output_kept_since_the_import_is_read(workers: Workers, source: Source, function: str) -> None:
    """At every call, and each call's prints are its own."""
    texts = [printed(workers, source, function, text).rstrip() for text in ("one", "two")]

    assert texts == ["one", "two"]


@pytest.mark.parametrize("spoil", ["close", "detach", "other_form"])
def test_the_next_call_has_an_output_whatever_the_last_one_did_to_it(
    workers: Workers, source: Source, spoil: str
) -> None:
    """`print` finds one that works as ever."""
    printed(workers, source, spoil)

    assert printed(workers, source, "plain", "still here") == "still here\n"
