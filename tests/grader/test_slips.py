"""Slips of beginners: each is told as what it is, with the line to change."""

import pytest

from grader.source.module import SourceProblem, parse
from tests.grader.conftest import Grade
from tests.grader.test_judge import RIGHT_1, RIGHT_2


def said_of(grade_text: Grade, text: str) -> str:
    """All that a report has to say about this module as the first exercise, but for the calls."""
    row = grade_text(text, RIGHT_2).exercises[0]
    failures = [failure.message for task in row.tasks for failure in task.failures[:1]]
    return "\n".join([row.message or "", *failures])


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("def f(x):\n    a = 1\n      b = 2\n", "     2 |     a = 1\n     3 |       b = 2"),
        ("def f(x):\n\tif x:\n        return 1\n", "     2 | →   if x:\n     3 |         return 1\nAn arrow is a tab."),
        ("def f(x):\n    for i in x:\n    # add\n    a = 1\n", "     2 |     for i in x:\n     4 |     a = 1"),
    ],
    ids=["too far right", "tab", "no block"],
)
def test_a_mistake_of_indentation_can_be_seen(text: str, quoted: str) -> None:
    """The line is shown with what stands before it, below the line of code above it."""
    problem = parse("ex01_total", text.encode())

    assert isinstance(problem, SourceProblem)
    assert quoted in problem.message
