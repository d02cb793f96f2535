"""Which known wrong module, or which edit of a right program, gives the learner's answers to the recorded calls."""

from grader.diagnosis.memory import Memory, Patience
from grader.diagnosis.naming import Explanations, explain, workers_for_replays
from grader.diagnosis.preparation import prepare

__all__ = ["Explanations", "Memory", "Patience", "explain", "prepare", "workers_for_replays"]
