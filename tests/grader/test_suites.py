"""Tests that a learner writes, run on right and wrong implementations: what is told of them, and what is not."""

from pathlib import Path

import msgspec

from grader.course.file import Course, load_course
from grader.judge.run import grade
from grader.pipe.launcher import Launcher
from grader.pipe.pool import Workers
from grader.result.document import ExerciseRow, FailureRow
from grader.result.feedback import Detail
from grader.source.module import Source, parse
from grader.submission.finding import Submission

ROOT = Path(__file__).resolve().parents[2]
COURSE = load_course(ROOT)
KATA = COURSE.find("kata07_test_mse")
SOLUTION = (ROOT / "solutions" / "kata07_test_mse.py").read_text()
EXACT = """
import torch
from hypothesis import given
from hypothesis import strategies as st


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=6))
def test_exactly(mse_loss, numbers):
    pred = torch.tensor([[float(number)] for number in numbers]) / 3
    assert mse_loss(pred, torch.zeros_like(pred)) == (pred**2).mean()
"""
ONE_OUTPUT = """
import torch


def test_study_hours(mse_loss):
    pred, y = torch.tensor([[3.0], [5.0], [7.0]]), torch.tensor([[20.0], [40.0], [60.0]])
    assert torch.allclose(mse_loss(pred, y), torch.tensor(1441.0))
"""
BY_CHANCE = "import os\n\n\ndef test_it(mse_loss):\n    assert os.urandom(1)[0] % 2\n"


def graded(text: str, launcher: Launcher, feedback: Detail = "full") -> ExerciseRow:
    """What comes of a module of tests."""
    course: Course = COURSE.holding((KATA,))
    source = parse(KATA.name, text.encode())
    assert isinstance(source, Source)
    work = Submission("tests", {KATA.name: source})
    with Workers(course.limits, launcher=launcher) as workers:
        return grade(course, work, workers, (KATA,), feedback=feedback).exercise(KATA.name)


def failure_of(row: ExerciseRow, task: str) -> FailureRow:
    """The first failure of a task."""
    return next(one for one in row.tasks if one.id == task).failures[0]


def test_sound_and_thorough_tests_earn_everything(launcher: Launcher) -> None:
    """Plain ones and property tests."""
    assert graded(SOLUTION, launcher).points == KATA.points


def test_a_false_alarm_shows_the_call_and_earns_nothing(launcher: Launcher) -> None:
    """The smallest call that Hypothesis finds, what came back, and why that is right; no line of an implementation."""
    row = graded(EXACT, launcher)
    shown = failure_of(row, "valid")

    assert row.points == 0
    assert "mse_loss(pred, y)" in shown.called
    assert "test_exactly calls right work wrong." in shown.message
    assert "the mean of the" in shown.message
    assert "hypothesis" not in shown.message


def test_a_family_that_got_away_is_named_with_its_smallest_call(launcher: Launcher) -> None:
    """What the wrong implementation returned, what a right one returns, and what is wrong with it."""
    row = graded(ONE_OUTPUT, launcher)
    shown = failure_of(row, "factor")

    assert [task.id for task in row.tasks if task.status == "passed"] == ["valid"]
    assert (shown.returned, shown.expected) == ("torch.tensor(5.0)", "torch.tensor(2.5)")
    assert "divided by the number of samples" in shown.message


def test_brief_feedback_shows_no_call_and_no_number(launcher: Launcher) -> None:
    """What was asked has to do."""
    text = msgspec.json.encode(graded(EXACT, launcher, "brief")).decode()

    assert "torch.tensor" not in text
    assert "the mean of the" not in text


def test_a_test_that_is_left_to_chance_is_called_so(launcher: Launcher) -> None:
    """It passes and fails on the same implementation."""
    messages = {failure.message for task in graded(BY_CHANCE, launcher).tasks for failure in task.failures}

    assert any("passes and fails on the same implementation" in message for message in messages)
