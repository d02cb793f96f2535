"""All attempts: modules and what is no module."""

import platform

from tests.hostile.attempt import Attempt, module_attempts
from tests.hostile.odd_files import odd_attempts
from tests.hostile.reading import reading_attempts
from tests.hostile.sizes import size_attempts


def all_attempts() -> list[Attempt]:
    """Every attempt there is, in order of their names."""
    modules, others = module_attempts(), (*odd_attempts(), *reading_attempts(), *size_attempts())
    return sorted([*modules, *others], key=lambda attempt: attempt.name)


def attempts_here() -> list[Attempt]:
    """Those that this machine's processor can run."""
    return [attempt for attempt in all_attempts() if attempt.machine in ("", platform.machine())]
