"""Which known misconception gives the learner's answers: the recorded calls, replayed on the known wrong modules."""

from grader.diagnosis.naming import diagnose
from grader.diagnosis.replay import ReplyCache

__all__ = ["ReplyCache", "diagnose"]
