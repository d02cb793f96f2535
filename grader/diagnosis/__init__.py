"""Which known misconception gives the learner's answers: the recorded calls, replayed on the known wrong modules."""

from grader.diagnosis.memory import Memory
from grader.diagnosis.naming import diagnose

__all__ = ["Memory", "diagnose"]
