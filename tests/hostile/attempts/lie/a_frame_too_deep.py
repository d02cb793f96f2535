"""Sends an answer that is nested a million times."""

import os
import sys

STOPPED_BY = "data-only frames"
STATUS = {"sum": "error"}
SAYS = "What came back was not an answer"


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
    send(b"\x91" * 1_000_000)
    return 0.0
