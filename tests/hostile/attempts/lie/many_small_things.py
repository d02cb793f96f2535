"""Answers every call with as many tiny texts as fit into a frame, which take far more room in the judge."""

import os
import sys

import msgspec

STOPPED_BY = "data-only frames"
STATUS = {"sum": "failed"}
SAYS = "What came back in this test is too large to look at."

frames = sys.modules["grader.pipe.frames"]


def ticket():
    frame = sys._getframe()
    while frame.f_code.co_name != "_answer":
        frame = frame.f_back
    return frame.f_locals["ticket"]


def send(body):
    frame = len(body).to_bytes(4, "big") + ticket() + body
    while frame:
        frame = frame[os.write(3, frame) :]


def total(numbers):
    sys.modules["grader.worker.main"].write_frame = lambda *_arguments: None
    many = frames.ListValue(("ab",) * 650_000)
    reply = frames.Returned((many,), (0.0,), None, False, "float32", True, (), frames.Printed())
    send(msgspec.msgpack.encode(reply))
