"""Answers one call with no result at all."""

import sys

import msgspec

STOPPED_BY = "data-only frames"
STATUS = {"sum": "error"}
SAYS = "What came back was not an answer to what was asked."

worker = sys.modules["grader.worker.main"]
send = worker.write_frame


def total(numbers):
    worker.write_frame = lambda stream, reply, ticket: send(stream, msgspec.structs.replace(reply, results=()), ticket)
    return 0.0
