"""What a report says of a training beyond the failing call, and what that may cost."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from grader.course.file import load_course
from grader.judge.run import grade
from grader.pipe.pool import Workers
from grader.report.markdown import as_markdown
from grader.report.telling import tell
from grader.report.terminal import print_report
from grader.result.document import Document, FailureRow
from grader.source.module import Source, parse
from grader.submission.finding import Submission

COURSE = load_course(Path(__file__).parent / "courses" / "descent")
LOOP = """
def train(x, epochs):
    history, step = [], 0.0
    for epoch in range(epochs):
        history.append(float((x * x).mean()))
        step = {step}
        x = x - step
    return x, history
"""
RIGHT = LOOP.format(step="x / 4")
PILES_UP = LOOP.format(step="step + x / 4")


def graded(workers: Workers, text: str) -> Document:
    """The document of this module."""
    source = parse("ex01_descent", text.encode())
    assert isinstance(source, Source)
    return grade(COURSE, Submission("work", {"ex01_descent": source}), workers)


def failures(workers: Workers, text: str) -> list[FailureRow]:
    """The first failure of each task."""
    return [task.failures[0] for task in graded(workers, text).exercises[0].tasks if task.failures]


def report(document: Document, encoding: str = "utf-8") -> str:
    """The terminal report."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict", write_through=True)
    console = Console(file=stream, width=80, highlight=False, soft_wrap=True, color_system=None)
    print_report(tell(document, COURSE), console)
    stream.seek(0)
    return stream.read()


def test_a_right_training_passes(workers: Workers) -> None:
    """All six points."""
    assert graded(workers, RIGHT).points == 6


def test_the_report_names_the_epoch_and_draws_the_losses_once(workers: Workers) -> None:
    """Below the task that comes first; the other task has the same curve."""
    text = report(graded(workers, PILES_UP))

    assert "The parameters leave the exact path in epoch 2" in text
    assert "together with its own" in text
    assert "mend the training first" in text
    assert text.count("● your loss   · exact loss") == 1


def test_the_markdown_report_draws_the_losses_once_too(workers: Workers) -> None:
    """In a fence, where every letter has the same width."""
    text = as_markdown(tell(graded(workers, PILES_UP), COURSE))

    assert text.count("● your loss   · exact loss") == 1


def test_the_learners_line_is_still_known(workers: Workers) -> None:
    """The function's own, as in any other failure."""
    assert [failure.line for failure in failures(workers, PILES_UP)] == [2, 2]


def test_the_report_is_ascii_where_the_terminal_is(workers: Workers) -> None:
    """The chart included."""
    text = report(graded(workers, PILES_UP), encoding="ascii")

    assert "x your loss   . exact loss" in text


@pytest.mark.parametrize(
    "line",
    ["raise ValueError", "raise NotImplementedError", "import os; os._exit(0)", "return x", "while True: pass"],
)
def test_a_call_that_fails_only_when_more_is_asked_leaves_the_failure_as_it_was(workers: Workers, line: str) -> None:
    """The longer training raises, ends or never ends: the report does without it."""
    text = PILES_UP.replace("    history, step", f"    if epochs == 8:\n        {line}\n    history, step")

    first, second = failures(workers, text)

    assert (first.kind, first.curve, second.kind, second.curve) == ("mismatch", None, "mismatch", None)


def test_who_is_slow_is_not_asked_for_more(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time belongs to the tests."""
    monkeypatch.setattr("grader.judge.plugin._SLOW", -1.0)

    assert [failure.curve for failure in failures(workers, PILES_UP)] == [None, None]
