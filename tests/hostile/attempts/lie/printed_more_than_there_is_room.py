"""Claims to have printed a megabyte, in lines that look like a log."""

import os
import sys

import msgspec

STOPPED_BY = "data-only frames"
STATUS = {"sum": "error"}
SAYS = "What came back was not an answer"

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
    printed = frames.Printed("1/1 loss = 0.00000\n" * 50_000)
    send(msgspec.msgpack.encode(frames.Returned((0.0,), (0.0,), None, False, "float32", True, (), printed)))
    return 0.0
