"""Grade exercises of linear regression from scratch in PyTorch.

The public names below are all there is to use from Python; `python -m grader` is the command line. In a notebook,
`grader.check("mse")` grades what is defined there; `%load_ext grader` adds `%grade mse`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grader.course import Course, load_course
    from grader.document import Document
    from grader.judge import grade
    from grader.notebook.kernel import check, load_ipython_extension
    from grader.submission import Submission, read_submission

__all__ = [
    "Course",
    "Document",
    "Submission",
    "check",
    "grade",
    "load_course",
    "load_ipython_extension",
    "read_submission",
]

_HOMES = {
    "Course": "course",
    "Document": "document",
    "Submission": "submission",
    "check": "notebook.kernel",
    "grade": "judge",
    "load_course": "course",
    "load_ipython_extension": "notebook.kernel",
    "read_submission": "submission",
}


def __getattr__(name: str) -> Any:
    # lazily: the worker imports this package too, and must not pay for the judge's pytest
    if name in _HOMES:
        import importlib

        return getattr(importlib.import_module(f"grader.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'grader' has no attribute {name!r}")
