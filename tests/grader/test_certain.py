"""What is certain where no cause is found."""

from pathlib import Path

import pytest

from grader.course.file import load_course
from grader.diagnosis import explain
from grader.judge.run import run_tests
from grader.judge.settings import Run
from grader.pipe.pool import Workers
from grader.source.module import Source, parse
from grader.submission.reading import Submission
from tests.grader.conftest import TINY, Grade


def certain(root: Path, workers: Workers, text: str) -> tuple[str, ...]:
    """What is said of the first task of the second exercise."""
    course = load_course(root)
    exercise = course.exercises[1]
    source = parse(exercise.name, text.encode())
    assert isinstance(source, Source)
    results = run_tests(course, Submission("work", {exercise.name: source}), workers, Run.of(course, (exercise,)))
    return explain(course, results, {exercise.name: source}, workers).certain[exercise.name, exercise.tasks[0].id]


LAST = "\ndef last(numbers):\n    return sum(numbers)\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "def running(numbers):\n    r = [sum(numbers[: i + 1]) for i in range(len(numbers))]\n"
            "    return [*r[:-1], r[-1] + 0.5]\n",
            "is the first that is not (counted from 0).",
        ),
        ("def running(numbers):\n    r = []\n    r.append\n    return [0.5 for n in numbers]\n", "it has no brackets"),
    ],
    ids=["the items that are right", "a line that may be a slip"],
)
def test_what_is_right_and_a_suspicious_line_are_said(workers: Workers, text: str, said: str) -> None:
    """Nothing is claimed: items are compared with the right ones, and a line is asked about."""
    assert any(said in sentence for sentence in certain(TINY, workers, text + LAST))


def test_it_stands_with_the_first_failing_call(grade_text: Grade) -> None:
    """A report shows it below the difference of that call."""
    text = "def running(numbers):\n    r = []\n    r.append\n    return [0.5 for n in numbers]\n" + LAST
    failure = grade_text(None, text).exercises[1].tasks[0].failures[0]

    assert failure.message.endswith("`r.append` is not called there, for it has no brackets. Is that meant?")
