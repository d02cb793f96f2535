"""Which known misconception gives the learner's answers, or which edit of a right program does: the recorded calls, replayed."""

from grader.diagnosis.memory import Memory
from grader.diagnosis.naming import Explanations, diagnose, explain

__all__ = ["Explanations", "Memory", "diagnose", "explain"]
