"""What the judge and a loaded process tell each other about workers: start one like this; it is running; it has ended.

Both ends are ours: a learner's code never has the control socket. The learner's pipe has its own frames.
"""

from typing import Literal

import msgspec
from msgspec import Struct

MAX_MESSAGE = 64 * 1024

Level = Literal["full", "process-only"]


class Begin(Struct, frozen=True, tag="begin"):
    """How a worker starts.

    Attributes:
        memory_mb: MiB beyond what torch takes.
        cpu_seconds: a last resort of the kernel's; None for work that is ours.
        layers: what is taken from it, of `grader.isolation.LAYERS`.
        preload: modules to import while it still can.
    """

    memory_mb: int
    cpu_seconds: int | None
    layers: tuple[str, ...]
    preload: tuple[str, ...] = ()


class Isolation(Struct, frozen=True, tag="isolation"):
    """What was found to hold a worker, by trying.

    Attributes:
        level: "full" if everything that was tried is refused.
        layers: those that refused what they should; every worker is a process of its own.
        attempts: what was tried, and whether it was refused.
    """

    level: Level = "process-only"
    layers: tuple[str, ...] = ("process",)
    attempts: dict[str, bool] = {}


class Prepared(Struct, frozen=True, tag="prepared"):
    """Torch is loaded, and workers can be started."""

    torch: str
    isolation: Isolation


class Unable(Struct, frozen=True, tag="unable"):
    """The process cannot do its work (torch is missing, say)."""

    message: str


class Forked(Struct, frozen=True, tag="forked"):
    """A worker is running; its pidfd travels beside this message."""

    pid: int


class Exit(Struct, frozen=True):
    """How a worker ended.

    Attributes:
        status: negative for a signal.
        cpu_seconds: that it used; None where that is not known.
    """

    status: int
    cpu_seconds: float | None = None


Message = Prepared | Unable | Forked

encode = msgspec.msgpack.Encoder().encode
decode_message = msgspec.msgpack.Decoder(Message).decode
decode_begin = msgspec.msgpack.Decoder(Begin).decode
decode_exit = msgspec.msgpack.Decoder(Exit).decode
