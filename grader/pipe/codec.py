"""Messages as bytes on the pipe.

A frame is four bytes of length, big-endian, eight bytes of ticket, then one MessagePack document that validates as one
of the structs in `frames.py`. The ticket is random and comes back with the reply, so a frame that was written in
advance, or twice, is no answer.
"""

import hashlib
import os
from collections.abc import Callable, Iterable
from typing import IO, TypeVar

import msgspec

from grader.pipe.frames import Ask, Blueprint, Call, ListValue, Reply, Request, Returned, TupleValue, Value

# bytes; far above any honest answer, and so small that whatever a worker fits into it costs the judge less than
# 100 MiB: a text of two letters takes thirty times as much room in memory as in a frame
MAX_FRAME = 2 * 1024 * 1024
MAX_DEPTH = 16  # of lists and tuples in each other; twice what a worker sends (grader/worker/objects.py)
_LENGTH_BYTES = 4
_TICKET_BYTES = 8
NO_TICKET = bytes(_TICKET_BYTES)  # of what a worker says without being asked: that it is ready

T = TypeVar("T")


class BadFrame(Exception):
    """Bytes that are not a frame: too long, cut short, or not of the expected form."""


_encoder = msgspec.msgpack.Encoder()
_request_decoder: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(Request)
_reply_decoder: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)


def decode_request(body: bytes) -> Request:
    """Return the request in `body`; raises BadFrame."""
    return _decoded(_request_decoder.decode, body)


def decode_reply(body: bytes) -> Reply:
    """Return the reply in `body`; raises BadFrame."""
    reply = _decoded(_reply_decoder.decode, body)
    # counting the words that are in every list and every blueprint tells nearly all replies apart at no cost
    if isinstance(reply, Returned) and (body.count(b"items") > MAX_DEPTH or b"blueprint" in body):
        observed = () if reply.observed is None else (reply.observed.value,)
        _refuse_odd_values((*reply.results, *reply.arguments, *observed))
    if isinstance(reply, Ask):
        _refuse_odd_values((*reply.call.arguments, *reply.call.keywords.values()))
    return reply


def _refuse_odd_values(values: "Iterable[Value]") -> None:
    """Raise BadFrame for lists too deep in each other, and for blueprints, which only the judge sends.

    Whoever goes through a value calls itself once a level, and Python's stack is not endless; here no call is made.
    """
    depth, level = 0, list(values)
    while level:
        kinds = set(map(type, level))  # quickly: most lists are of numbers, thousands of them
        if Blueprint in kinds:
            raise BadFrame("a blueprint is no answer")
        lists = () if kinds.isdisjoint((ListValue, TupleValue)) else level
        level = [item for value in lists if isinstance(value, ListValue | TupleValue) for item in value.items]
        depth += 1
        if depth > MAX_DEPTH + 1:
            raise BadFrame(f"it is nested deeper than {MAX_DEPTH} lists")


def _decoded(decode: Callable[[bytes], T], body: bytes) -> T:
    try:
        return decode(body)
    # RecursionError: nested deeper than the decoder goes; ValueError: text that is not UTF-8
    except (msgspec.MsgspecError, ValueError, RecursionError, MemoryError) as error:
        raise BadFrame(str(error)) from None


def encode_reply(reply: Reply) -> bytes:
    """The body of a reply's frame."""
    return _encoder.encode(reply)


def digest_of(call: Call) -> bytes:
    """What tells one call from another, to the last bit: for Python 0, 0.0 and False are equal, here they differ."""
    return hashlib.sha256(_encoder.encode(call)).digest()


def is_identical(one: object, other: object) -> bool:
    """Whether two messages are the same to the last bit, as `digest_of` means it."""
    return one is other or _encoder.encode(one) == _encoder.encode(other)


def new_ticket() -> bytes:
    """A ticket that nobody can know before it is used."""
    return os.urandom(_TICKET_BYTES)


def write_frame(stream: IO[bytes], message: object, ticket: bytes = NO_TICKET, most: int = MAX_FRAME) -> None:
    """Write one frame and flush it; raises OSError when the other end is gone, BadFrame for a message too long."""
    body = _encoder.encode(message)
    if len(body) > most:
        raise BadFrame(f"a frame of {len(body)} bytes is over the limit of {most}")
    stream.write(len(body).to_bytes(_LENGTH_BYTES, "big") + ticket + body)
    stream.flush()


def read_frame(stream: IO[bytes], most: int = MAX_FRAME) -> tuple[bytes, bytes]:
    """Return the ticket and the body of the next frame.

    Raises:
        EOFError: a clean end.
        BadFrame: anything but a whole frame.
    """
    header = stream.read(_LENGTH_BYTES + _TICKET_BYTES)
    if not header:
        raise EOFError
    size, ticket = int.from_bytes(header[:_LENGTH_BYTES], "big"), header[_LENGTH_BYTES:]
    if len(header) < _LENGTH_BYTES + _TICKET_BYTES or size > most:
        raise BadFrame(f"not a frame: it announces {size} bytes")
    body = stream.read(size)
    if len(body) < size:
        raise BadFrame("a frame was cut short")
    return ticket, body
