"""Sends an exception with a name of a million letters, for everybody who writes it into a document."""

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
    send(msgspec.msgpack.encode(frames.Raised("E" * 1_000_000, "", (), None, frames.Printed())))
    return 0.0
