"""Sends a list nested deeper than the worker would describe it, to exhaust the judge's stack."""

import sys

import msgspec

STOPPED_BY = "data-only frames"
STATUS = {"sum": "error"}
SAYS = "What came back was not an answer"

frames = sys.modules["grader.pipe.frames"]
worker = sys.modules["grader.worker.main"]
send = worker.write_frame


def total(numbers):
    deep = 0.0
    for _ in range(200):
        deep = frames.ListValue((deep,))
    worker.write_frame = lambda stream, reply, ticket: send(
        stream, msgspec.structs.replace(reply, results=(deep,)), ticket
    )
    return 0.0
