"""What is being graded shows in a terminal while it takes long."""

import contextlib
import io
import sys
import time

import pytest

from grader.course.file import Course
from grader.session.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_line_shows_while_the_output_of_tests_is_caught(tiny: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests run with another standard error, and the line is for the one that was there before."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    with Progress(patience=0.0) as progress, contextlib.redirect_stderr(io.StringIO()):
        progress.expect(1)
        progress.begin(tiny.exercises[0])
        last = time.monotonic() + 30
        while not terminal.getvalue() and time.monotonic() < last:
            time.sleep(0.05)

    assert "grading ex01_total (1 of 1)" in terminal.getvalue()
