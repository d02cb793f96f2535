"""All attempts: modules and what is no module."""

from tests.hostile.attempt import Attempt, module_attempts
from tests.hostile.odd_files import odd_attempts
from tests.hostile.reading import reading_attempts


def all_attempts() -> list[Attempt]:
    """Every attempt there is, in order of their names."""
    return sorted([*module_attempts(), *odd_attempts(), *reading_attempts()], key=lambda attempt: attempt.name)
