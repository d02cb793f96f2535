"""Tests that a learner writes, run on right and wrong implementations: what is told of them, and what is not."""

from pathlib import Path

import msgspec

from grader.course.file import Course, Exercise, load_course
from grader.judge.run import grade
from grader.pipe.launcher import Launcher
from grader.pipe.pool import Workers
from grader.result.disclosure import Detail
from grader.result.document import ExerciseRow, FailureRow
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
SHAPES_OPEN = """
import torch


def test_tables(mse_loss):
    for columns in (1, 2):
        pred = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])[:, :columns]
        assert torch.allclose(mse_loss(pred, -pred), ((2 * pred) ** 2).mean())
"""
OLD_VALUES_CHANGED = """
import torch


def test_step(update):
    weight, bias = torch.tensor([[2.0]], requires_grad=True), torch.tensor([1.0], requires_grad=True)
    weight.grad, bias.grad = torch.tensor([[-4.0]]), torch.tensor([2.0])
    new_weight, _new_bias = update(weight, bias, 0.5)
    assert torch.allclose(new_weight, weight - 0.5 * torch.tensor([[-4.0]]))
"""
GRAD_AFTERWARDS = """
import torch


def test_grad(gradients):
    weight, bias = torch.tensor([[2.0]], requires_grad=True), torch.tensor([1.0], requires_grad=True)
    found = gradients(torch.tensor([[1.0]]), torch.tensor([[1.0]]), weight, bias)
    assert torch.equal(weight.grad, found[0])
"""
BY_CHANCE = "import os\n\n\ndef test_it(mse_loss):\n    assert os.urandom(1)[0] % 4\n"


def graded(text: str, launcher: Launcher, feedback: Detail = "full", kata: Exercise = KATA) -> ExerciseRow:
    """What comes of a module of tests."""
    course: Course = COURSE.holding((kata,))
    source = parse(kata.name, text.encode())
    assert isinstance(source, Source)
    work = Submission("tests", {kata.name: source})
    with Workers(course.limits, launcher=launcher) as workers:
        return grade(course, work, workers, (kata,), feedback=feedback).exercise(kata.name)


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


def test_an_exact_comparison_is_shown_the_difference_and_the_others_wait(launcher: Launcher) -> None:
    """Two floats that print alike differ in full; the tasks that depend on this one say so in a line."""
    row = graded(EXACT, launcher)

    assert "by float32 rounding. Compare with torch.allclose." in failure_of(row, "valid").message
    assert failure_of(row, "factor").message == "Not counted until `valid` is passed."


def test_shapes_that_allclose_broadcasts_are_pointed_out(launcher: Launcher) -> None:
    """Numbers in a table of shape (1, 1) pass torch.allclose."""
    shown = failure_of(graded(SHAPES_OPEN, launcher), "entries")

    assert (shown.returned, shown.expected) == ("torch.tensor([[4.0]])", "torch.tensor(4.0)")
    assert "torch.allclose broadcasts" in shown.message


def test_old_values_that_were_changed_in_place_are_shown(launcher: Launcher) -> None:
    """What a tensor was before the call, and what it is after it."""
    shown = failure_of(graded(OLD_VALUES_CHANGED, launcher, kata=COURSE.find("kata09_test_update")), "valid")

    assert "weight was torch.tensor([[2.0]]) and is torch.tensor([[4.0]]) after the call" in shown.message


def test_a_line_about_grad_is_shown_grad_under_the_names_of_the_page(launcher: Launcher) -> None:
    """The function is called as its page calls it, not as in the exercise that its implementations are of."""
    shown = failure_of(graded(GRAD_AFTERWARDS, launcher, kata=COURSE.find("kata08_test_gradients")), "valid")

    assert shown.called.startswith("gradients(X, y, weight, bias)")
    assert "After the call: weight.grad = " in shown.message
    assert "the page leaves open what `.grad` holds" in shown.message


def test_brief_feedback_shows_no_call_and_no_number(launcher: Launcher) -> None:
    """What was asked has to do."""
    text = msgspec.json.encode(graded(EXACT, launcher, "brief")).decode()

    assert "torch.tensor" not in text
    assert "the mean of the" not in text


def test_a_test_that_is_left_to_chance_is_called_so(launcher: Launcher) -> None:
    """It passes and fails on the same implementation."""
    messages = {failure.message for task in graded(BY_CHANCE, launcher).tasks for failure in task.failures}

    assert any("passes and fails on the same implementation" in message for message in messages)
