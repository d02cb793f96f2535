"""Announces a frame, sends half of it and ends."""

import os

STOPPED_BY = "data-only frames"
STATUS = {"sum": "error"}
SAYS = "What came back was not an answer (a frame was cut short)."


def total(numbers):
    os.write(3, b"\x00\x00\x01\x00 ticket half")
    os._exit(0)
