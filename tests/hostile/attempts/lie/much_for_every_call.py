"""Answers every call of an exercise with many tests with as much as fits into a frame."""

import os
import sys

import msgspec

STOPPED_BY = "data-only frames"
EXERCISE = "ex08_training_loop"
STATUS = {"train": "failed", "history": "failed", "log": "failed", "zero_epochs": "failed"}
SAYS = "What came back in this test is too large to look at."

frames = sys.modules["grader.pipe.frames"]
worker = sys.modules["grader.worker.main"]
describe = sys.modules["grader.worker.objects"].describe


def ticket():
    frame = sys._getframe()
    while frame.f_code.co_name != "_answer":
        frame = frame.f_back
    return frame.f_locals["ticket"]


def send(body):
    frame = len(body).to_bytes(4, "big") + ticket() + body
    while frame:
        frame = frame[os.write(3, frame) :]


def train(X, y, weight, bias, lr, epochs, log_every=100):
    worker.write_frame = lambda *_arguments: None
    result = frames.TupleValue((describe(weight), describe(bias), frames.ListValue(("ab",) * 600_000)))
    arguments = (0.0,) * 6
    send(msgspec.msgpack.encode(frames.Returned((result,), arguments, None, False, "float32", True, (), frames.Printed())))
