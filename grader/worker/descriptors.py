"""The descriptors that a process starts with: what leads to the judge is moved away, the rest leads nowhere."""

import os
import sys
from typing import IO


def point_at_nothing(*descriptors: int) -> None:
    """Lead these descriptors to and from nowhere."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in descriptors:
        os.dup2(nothing, descriptor)
    if nothing not in descriptors:
        os.close(nothing)


def private_pipe() -> tuple[IO[bytes], IO[bytes]]:
    """Move the judge's pipe away from stdin and stdout, and point those at nothing: a learner's print is no frame."""
    requests, replies = os.dup(0), os.dup(1)
    point_at_nothing(0, 1)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (requests, replies):
            msvcrt.setmode(descriptor, os.O_BINARY)
    return os.fdopen(requests, "rb"), os.fdopen(replies, "wb")
