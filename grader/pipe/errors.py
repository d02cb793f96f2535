"""What can go wrong between the judge and a worker: the worker ends, or the grader itself cannot work."""

from typing import Literal

End = Literal["timeout", "crash"]


class WorkerEnded(BaseException):
    """The worker is gone in the middle of a request.

    A BaseException, so that Hypothesis neither retries nor shrinks it: one hang must not become ten.
    """

    def __init__(self, end: End, message: str) -> None:
        super().__init__(message)
        self.end: End = end
        self.message = message


class GraderFault(Exception):
    """The grader cannot do its work here, whatever the learner wrote."""
