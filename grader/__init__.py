"""Grade the exercises of a course: work in Python, with NumPy and PyTorch.

The public names below are all there is to use from Python; `python -m grader` is the command line. In a notebook,
`grader.check("mse")` grades what is defined there; `%load_ext grader` adds `%grade mse`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grader.course.file import Course, load_course
    from grader.judge.run import grade
    from grader.result.document import Document
    from grader.session.kernel import check, explore, hint, load_ipython_extension, show
    from grader.submission.finding import Submission, read_submission

__all__ = [
    "Course",
    "Document",
    "Submission",
    "check",
    "explore",
    "grade",
    "hint",
    "load_course",
    "load_ipython_extension",
    "read_submission",
    "show",
]

_HOMES = {
    "Course": "course.file",
    "Document": "result.document",
    "Submission": "submission.finding",
    "check": "session.kernel",
    "explore": "session.kernel",
    "grade": "judge.run",
    "hint": "session.kernel",
    "load_course": "course.file",
    "load_ipython_extension": "session.kernel",
    "read_submission": "submission.finding",
    "show": "session.kernel",
}


def __getattr__(name: str) -> Any:
    # lazily: the worker imports this package too, and must not pay for the judge's pytest
    if name in _HOMES:
        import importlib

        return getattr(importlib.import_module(f"grader.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'grader' has no attribute {name!r}")
