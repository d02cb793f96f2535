"""How much time and memory a submission's code may use, and what it finds in its worker."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Limits:
    """What one submission's code may use.

    Attributes:
        call_seconds: CPU seconds a call.
        submission_seconds: CPU seconds in all.
        memory_mb: MiB of memory beyond torch's own.
        preload: by exercise, modules beyond the usual ones that its code may import.
        builders: the course's code that makes a call's objects from blueprints.
    """

    call_seconds: float = 5.0
    submission_seconds: float = 120.0
    memory_mb: int = 1024
    preload: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    builders: bytes = b""

    @property
    def last_resort_seconds(self) -> int | None:
        """CPU seconds after which the kernel ends a worker, should the judge not have done so."""
        return None if math.isinf(self.submission_seconds) else int(self.submission_seconds) + 10


def seconds_said(seconds: float) -> str:
    """A time in words."""
    return "1 second" if seconds == 1 else f"{seconds:g} seconds"
