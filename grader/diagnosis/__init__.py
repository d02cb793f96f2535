"""Which known wrong module, or which edit of a right program, gives the learner's answers to the recorded calls."""

from grader.diagnosis.memory import Memory, Patience
from grader.diagnosis.naming import Explanations, diagnose, explain

__all__ = ["Explanations", "Memory", "Patience", "diagnose", "explain"]
