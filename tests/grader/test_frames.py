"""Frames: what is sent arrives, and what is no frame is refused."""

import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.pipe.codec import MAX_DEPTH, MAX_FRAME, BadFrame, decode_reply, decode_request, read_frame, write_frame
from grader.pipe.frames import (
    Array,
    Blueprint,
    Call,
    ListValue,
    Loaded,
    Opaque,
    Printed,
    Raised,
    Returned,
    TupleValue,
    Value,
)

_plain = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text()
_arrays = st.builds(Array, st.just("float32"), st.tuples(st.integers(0, 9)), st.binary(max_size=40))
_values = st.recursive(
    _plain | _arrays,
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple).map(ListValue) | st.lists(inner, max_size=3).map(tuple).map(TupleValue)
    ),
    max_leaves=8,
)


@given(arguments=st.lists(_values, max_size=4), seed=st.integers(0, 2**31))
def test_a_call_arrives_as_it_was_sent(arguments: list[object], seed: int) -> None:
    """Numbers keep their kind (1 is not 1.0 is not True), and nesting its shape."""
    call = Call("f", tuple(arguments), seed=seed)  # type: ignore[arg-type]
    stream = io.BytesIO()
    write_frame(stream, call)
    stream.seek(0)

    assert repr(call) == repr(decode_request(read_frame(stream)[1]))


@given(body=st.binary(max_size=200))
def test_random_bytes_are_refused_or_a_reply(body: bytes) -> None:
    """No bytes raise anything but BadFrame."""
    try:
        decode_reply(body)
    except BadFrame:
        pass


def test_a_request_is_not_taken_for_a_reply() -> None:
    """The two directions do not share frames."""
    stream = io.BytesIO()
    write_frame(stream, Call("f", ()))
    stream.seek(0)

    with pytest.raises(BadFrame):
        decode_reply(read_frame(stream)[1])


@pytest.mark.parametrize(
    "content",
    [(MAX_FRAME + 1).to_bytes(4, "big"), b"\x00\x00", b"\x00\x00\x00\x05abc"],
    ids=["announces too much", "half a length", "cut short"],
)
def test_what_is_no_whole_frame_is_refused(content: bytes) -> None:
    """A length over the limit is refused before any of it is read."""
    with pytest.raises(BadFrame):
        read_frame(io.BytesIO(content))


def test_the_end_of_the_stream_is_told_from_a_bad_frame() -> None:
    """A worker that is gone closes the pipe."""
    with pytest.raises(EOFError):
        read_frame(io.BytesIO(b""))


def test_a_frame_over_the_limit_is_not_sent() -> None:
    """Better an error here than a worker that is taken for a broken one."""
    huge = Raised("E", "x" * (MAX_FRAME + 1), (), None, Printed())

    with pytest.raises(BadFrame):
        write_frame(io.BytesIO(), huge)


def test_deep_nesting_is_refused() -> None:
    """A document nested a hundred thousand deep ends in BadFrame, not in a crash."""
    deep = b"\x82\xa4type\xa4list\xa5items\x91" * 100_000

    with pytest.raises(BadFrame):
        decode_reply(deep)


def reply(*results: Value, printed: Printed = Printed()) -> Returned:  # noqa: B008  # it is frozen
    """What a call came back with."""
    return Returned(results, (), None, False, "float32", True, (), printed)


@pytest.mark.parametrize(
    "frame",
    [
        Raised("E" * 2_000, "", (), None, Printed()),
        Raised("E", "m" * 3_000, (), None, Printed()),
        Raised("E", "", (), "m" * 2_000, Printed()),
        Loaded(("f",) * 20_000, Printed()),
        reply(printed=Printed("x" * 100_000)),
        reply(printed=Printed("", -1)),
        reply("x" * 3_000),
        reply(Opaque("C" * 2_000, "")),
        reply(Opaque("C", "x" * 3_000)),
        reply(Array("d" * 2_000, (), b"")),
        reply(Array("float32", (1,) * 100, b"1234")),
        reply(*(0.0,) * 2_000),
        reply(ListValue((Blueprint("Linear", {}),))),
    ],
)
def test_a_part_over_its_limit_is_refused(frame: object) -> None:
    """What a worker says goes into documents and reports, and through the judge's memory."""
    with pytest.raises(BadFrame):
        decode_reply(msgspec.msgpack.encode(frame))


@pytest.mark.parametrize(("depth", "accepted"), [(MAX_DEPTH, True), (MAX_DEPTH + 1, False), (300, False)])
def test_lists_may_lie_in_each_other_only_so_deep(depth: int, accepted: bool) -> None:
    """The judge goes through them by recursion."""
    nested: Value = 0.0
    for _ in range(depth):
        nested = ListValue((nested,))
    try:
        decode_reply(msgspec.msgpack.encode(reply(1.0, nested)))
    except BadFrame:
        assert not accepted
    else:
        assert accepted


def test_many_lists_beside_each_other_are_not_deep() -> None:
    """A table of a hundred rows is an honest answer."""
    table = ListValue(tuple(ListValue((1.0, 2.0)) for _ in range(100)))

    assert decode_reply(msgspec.msgpack.encode(reply(table))) == reply(table)
