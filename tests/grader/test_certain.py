"""What is certain where no cause is found."""

from pathlib import Path

from grader.course.file import load_course
from grader.diagnosis import explain
from grader.judge.run import run_tests
from grader.judge.settings import Run
from grader.pipe.pool import Workers
from grader.source.module import Source, parse
from grader.submission.finding import Submission
from tests.grader.conftest import ROOT, TINY, Grade


def certain(root: Path, workers: Workers, text: str) -> tuple[str, ...]:
    """What is said of the first task of the second exercise."""
    return all_certain(root, workers, text, 1)[0]


def all_certain(root: Path, workers: Workers, text: str, number: int) -> list[tuple[str, ...]]:
    """What is said of each task of an exercise."""
    course = load_course(root)
    exercise = course.exercises[number]
    source = parse(exercise.name, text.encode())
    assert isinstance(source, Source)
    results = run_tests(course, Submission("work", {exercise.name: source}), workers, Run.of(course, (exercise,)))
    said = explain(course, results, {exercise.name: source}, workers).certain
    return [said.get((exercise.name, task.id), ()) for task in exercise.tasks]


LAST = "\ndef last(numbers):\n    return sum(numbers)\n"


RUNNING = """
def running(numbers):
    totals = [sum(numbers[: i + 1]) for i in range(len(numbers))]
    return [*totals[:-1], totals[-1] + 0.5]
"""
LAST = "\ndef last(numbers):\n    return sum(numbers)\n"


def test_the_items_that_are_right_are_said(workers: Workers) -> None:
    """They are compared with the right ones, in the smallest failing call."""
    assert any("is the first that is not (from 0)." in one for one in certain(TINY, workers, RUNNING + LAST))


TWO_MISTAKES = """
import torch


def to_tensors(features, targets):
    X = torch.tensor(list(zip(*features)), dtype=torch.float32)
    return X, torch.LongTensor(targets)
"""


def test_what_is_right_is_said_of_the_call_that_is_shown(workers: Workers) -> None:
    """With one sample of one feature a transposed table is right; the first task's call shows three samples."""
    assert not any(
        "Right in the call above" in one for task in all_certain(ROOT, workers, TWO_MISTAKES, 0) for one in task
    )


def test_it_stands_with_the_first_failing_call(grade_text: Grade) -> None:
    """A report shows it below the difference of that call."""
    failure = grade_text(None, RUNNING + LAST).exercises[1].tasks[0].failures[0]

    assert failure.message.endswith("is the first that is not (from 0).")


SQUARE_TABLE_FLATTENED = """
import torch


def predict_new(samples, weight, bias):
    x = torch.as_tensor(samples, dtype=torch.float32)
    if len(x) == len(weight):
        x = x.reshape(1, -1)
    with torch.no_grad():
        return x @ weight + bias
"""


def test_two_sizes_that_are_equal_wherever_it_fails_are_said(workers: Workers) -> None:
    """A table of other sizes works, lists and tensors alike."""
    assert (
        "Only calls with as many samples as features fail; the others are right."
        in all_certain(ROOT, workers, SQUARE_TABLE_FLATTENED, 8)[0]
    )
