"""Answers that the worker is broken, so that the grader is to blame."""

import sys

STOPPED_BY = "data-only frames"
STATUS = {"sum": "error"}
SAYS = "What came back was not an answer to what was asked."

frames = sys.modules["grader.pipe.frames"]
worker = sys.modules["grader.worker.main"]
send = worker.write_frame


def total(numbers):
    worker.write_frame = lambda stream, reply, ticket: send(stream, frames.Broken("torch is missing"), ticket)
    return 0.0
