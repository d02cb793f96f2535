"""Announces a frame of four gigabytes."""

import os

STOPPED_BY = "data-only frames"
STATUS = {"sum": "error"}
SAYS = "What came back was not an answer (not a frame: it announces 4294967295 bytes)."


def total(numbers):
    os.write(3, b"\xff" * 12)
    return 0.0
