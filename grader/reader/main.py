"""Start of a reader: a process that forks one for each submission, or the one reader where forking is not safe."""

import codecs
import contextlib
import gc
import os
import socket
from typing import IO, NoReturn

import msgspec

from grader.pipe.codec import BadFrame, read_frame, write_frame
from grader.pipe.control import Begin
from grader.reader.answers import answer
from grader.reader.questions import MAX_ANSWER, MAX_QUESTION, Answer, Question, Unreadable
from grader.source.decoding import USUAL
from grader.worker.descriptors import point_at_nothing, private_pipe

_SOCKET = 0  # where the judge puts the control socket
_decode = msgspec.msgpack.Decoder(Question).decode


def fork_readers(root: str) -> NoReturn:  # noqa: ARG001  # every process is told where it comes from
    """Load what reading needs, and fork readers."""
    from grader.worker.lockdown import lock_down
    from grader.worker.zygote import serve_forks

    control = socket.socket(fileno=os.dup(_SOCKET))
    _load(USUAL)
    gc.collect()
    gc.freeze()  # a forked child's first collection would otherwise copy all that is loaded

    def serve(channel: int, begin: Begin) -> NoReturn:
        _load(begin.preload)
        lock_down(begin)
        _answer(os.fdopen(channel, "rb", closefd=False), os.fdopen(channel, "wb", closefd=False))

    serve_forks(control, "", None, serve)


def be_the_reader(root: str) -> NoReturn:  # noqa: ARG001  # as above
    """Answer questions on stdin and stdout, for systems on which a fork is not safe."""
    requests, replies = private_pipe()
    point_at_nothing(2)
    _answer(requests, replies)


def _load(encodings: tuple[str, ...]) -> None:
    """Load encodings while files can still be opened; a name that is no encoding is reported when it is used."""
    for name in encodings:
        with contextlib.suppress(LookupError, ValueError, ImportError):
            codecs.lookup(name)


def _answer(requests: IO[bytes], replies: IO[bytes]) -> NoReturn:
    """Answer questions until the judge is gone."""
    while True:
        try:
            ticket, body = read_frame(requests, MAX_QUESTION)
        except EOFError:
            os._exit(0)
        try:
            reply: Answer = answer(_decode(body))
        except (RecursionError, MemoryError):
            reply = Unreadable("memory")
        del body
        try:
            write_frame(replies, reply, ticket, MAX_ANSWER)
        except (BadFrame, MemoryError):
            write_frame(replies, Unreadable("size"), ticket)
