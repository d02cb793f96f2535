"""Sends a tensor of a shape so large that its size cannot be computed, with no bytes."""

import sys

import msgspec

STOPPED_BY = "judge's numbers"
STATUS = {"sum": "failed"}
SAYS = "Add the numbers up."

frames = sys.modules["grader.pipe.frames"]
worker = sys.modules["grader.worker.main"]
send = worker.write_frame


def total(numbers):
    array = frames.Array("float32", (0, 2**62, 2**62), b"")
    worker.write_frame = lambda stream, reply, ticket: send(
        stream, msgspec.structs.replace(reply, results=(array,)), ticket
    )
    return 0.0
