"""Edits of a right program: how they are made, and what is said when one or two of them give the learner's answers."""

from pathlib import Path

import pytest

from grader.course.file import load_course
from grader.diagnosis import Explanations, explain
from grader.diagnosis.edits import edited
from grader.judge.run import run_tests
from grader.judge.settings import Run
from grader.pipe.pool import Workers
from grader.source.module import Source, parse
from grader.submission.finding import Submission
from tests.grader.conftest import ROOT

EDITS = '''
program = """
def total(numbers):
    found = 0.0
    for number in numbers:
        found += number
    return found
"""

[[edit]]
name = "one_more"
change = [["found = 0.0", "found = NUMBER"]]
numbers = [1]
says = "The sum starts at {number}."
advice = "Start at 0."
vague = "The sum does not start at 0."

[[edit]]
name = "squares"
change = [["found += number", "found += number * number"]]
says = "The squares are added."
advice = "Add the numbers."

[[edit]]
name = "sign"
change = [["return found", "return -found"]]
says = "The sign is wrong."
advice = "Return the sum as it is."

[[edit]]
name = "rounded"
change = [["found += number", "found += round(number)"]]
ways = [[["return found", "return float(round(found))"]]]
words = ["round"]
says = "Something is rounded."
advice = "Add the numbers as they are."
'''


@pytest.fixture
def course_with_edits(tiny_copy: Path) -> Path:
    """The tiny course, whose first exercise has edits."""
    folder = tiny_copy / "tests" / "edits"
    folder.mkdir()
    (folder / "ex01_total.toml").write_text(EDITS)
    return tiny_copy


def explained(root: Path, workers: Workers, body: str) -> Explanations:
    """What is said of a module of the first exercise."""
    course = load_course(root)
    source = parse("ex01_total", f"def total(numbers):\n    return {body}\n".encode())
    assert isinstance(source, Source)
    results = run_tests(
        course, Submission("work", {"ex01_total": source}), workers, Run.of(course, course.exercises[:1])
    )
    return explain(course, results, {"ex01_total": source}, workers)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("float(sum(n**2 for n in numbers))", "The squares are added."),
        ("sum(numbers) + 4.5", "The sum starts at 4.5."),
        ("-(sum(numbers) + 1)", "There are two mistakes. The sum starts at 1. The sign is wrong."),
        ("float(round(sum(numbers)))", "Something is rounded."),
    ],
    ids=["an edit", "with the learner's own number", "two edits", "another way of an edit that the code speaks of"],
)
def test_the_edits_that_give_the_learners_answers_are_said(
    course_with_edits: Path, workers: Workers, body: str, said: str
) -> None:
    """Nobody wrote a wrong module for these; however they are written, the answers are those of the edited program."""
    named = explained(course_with_edits, workers, body).named["ex01_total", "sum"]

    assert named.diagnosis == said


def test_an_edit_with_words_is_not_tried_where_the_code_has_none_of_them(
    course_with_edits: Path, workers: Workers
) -> None:
    """The answers are those of rounding, but nothing is called that could be meant."""
    assert explained(course_with_edits, workers, "float(f'{sum(numbers):.0f}')").named == {}


def test_where_no_edit_gives_the_answers_nothing_is_named(course_with_edits: Path, workers: Workers) -> None:
    """Nothing is guessed."""
    assert explained(course_with_edits, workers, "max(numbers, default=0.0) + 0.25 * len(numbers)").named == {}


BY_HAND = """
import torch


def fit(features, targets, lr, epochs):
    X, y = torch.tensor(features, dtype=torch.float32), torch.tensor(targets, dtype=torch.float32)
    weight, bias = torch.randn(X.shape[1], y.shape[1]), torch.randn(y.shape[1])
    history = []
    for _ in range(epochs):
        error = X @ weight + bias - y
        weight = weight - lr * 2 * X.T @ error / error.numel()
        bias = bias - lr * 2 * error.sum(dim=0) / error.numel()
        history.append(torch.mean((X @ weight + bias - y) ** 2).item())
    return weight, bias, history
"""


def test_gradients_by_hand_have_the_answers_of_those_by_backward(workers: Workers) -> None:
    """Where both are allowed the edited program may use the other; also in runs that diverge, up to rounding."""
    course = load_course(ROOT)
    exercise = course.exercise("ex10_multi_output")
    assert exercise is not None
    sources = {exercise.name: source_of(BY_HAND, exercise.name)}
    results = run_tests(course, Submission("work", {**sources}), workers, Run.of(course, (exercise,)))

    named = explain(course, results, sources, workers).named

    assert named[exercise.name, "history"].name == "loss_after_the_update"


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ((("a = 1", "a = 2"), ("b = a", "b = -a")), "a = 2\nb = -a\n"),
        ((("a = 1", "a = 1\nc = 3"), ("a = 1", "a = 4")), "a = 4\nc = 3\nb = a\n"),
        ((("a = 1\nb", "b"), ("a = 1", "a = 2")), None),
        ((("nowhere", "a"),), None),
        ((("a", "b"),), None),
    ],
    ids=["two places", "beside a replaced line", "overlapping", "not there", "there twice"],
)
def test_a_text_is_edited_only_where_it_is_unmistakable(changes: tuple[tuple[str, str], ...], text: str | None) -> None:
    """A piece stands there once, and no two edits change the same."""
    assert edited("a = 1\nb = a\n", changes) == text


def source_of(text: str, name: str = "ex01_total") -> Source:
    """A module's source."""
    source = parse(name, text.encode())
    assert isinstance(source, Source)
    return source


def test_how_a_module_is_written_does_not_depend_on_names() -> None:
    """Arguments count by their place."""
    one, other = (
        source_of(f"def f({x}, {y}):\n    return {y}.squeeze()\n") for x, y in (("X", "y"), ("inputs", "pred"))
    )

    assert one.facts.style == other.facts.style


def test_the_numbers_of_a_module_are_each_there_once() -> None:
    """True is no number."""
    assert set(source_of("def f(a):\n    return 2 * a + 0.5 - 2 if True else 7\n").facts.numbers) == {2, 7, 0.5}
