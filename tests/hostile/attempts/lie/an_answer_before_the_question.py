"""Sends two answers at once, so that the second one answers a question that was not yet asked."""

import sys

STOPPED_BY = "tickets"
STATUS = {"sum": "error"}
SAYS = "What came back was not an answer (it belongs to another call)."

worker = sys.modules["grader.worker.main"]
send = worker.write_frame


def send_twice(stream, reply, ticket):
    send(stream, reply, ticket)
    send(stream, reply, ticket)


def total(numbers):
    worker.write_frame = send_twice
    return float(sum(numbers))
