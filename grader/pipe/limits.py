"""How much time and memory a submission's code may use, and what it finds in its worker."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from grader.messages import _

START_SECONDS = 120.0  # wall time for torch to load; on a cold disk it takes a while


@dataclass(frozen=True)
class Limits:
    """What one submission's code may use.

    Attributes:
        call_seconds: CPU seconds a call.
        submission_seconds: CPU seconds in all.
        idle_seconds: seconds in which the calls of one exercise may neither compute nor wait for a busy machine.
        memory_mb: MiB of memory beyond torch's own.
        preload: by exercise, modules beyond the usual ones that its code may import.
        builders: the course's code that makes a call's objects from blueprints.
        watched: by exercise, functions of torch of which it is noted whether its code calls them.
    """

    call_seconds: float = 5.0
    submission_seconds: float = 120.0
    memory_mb: int = 1024
    preload: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    builders: bytes = b""
    watched: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    idle_seconds: float = 10.0

    @property
    def idle_seconds_in_all(self) -> float:
        """The same for all exercises of a submission together."""
        return 3 * self.idle_seconds

    @property
    def last_resort_seconds(self) -> int | None:
        """CPU seconds after which the kernel ends a worker, should the judge not have done so."""
        return None if math.isinf(self.submission_seconds) else int(self.submission_seconds) + 10


def seconds_in_words(seconds: float) -> str:
    """A time in words."""
    return _("1 second") if seconds == 1 else _("{seconds} seconds").format(seconds=f"{seconds:g}")
