"""Tests that a learner hands in and that want more than to test: none earns what honest tests would not."""

from dataclasses import replace
from pathlib import Path

import pytest

from grader.course.file import Course, load_course
from grader.judge.run import grade
from grader.pipe.launcher import Launcher
from grader.pipe.pool import Workers
from grader.source.module import Source
from grader.source.regular_files import read_module
from grader.submission.finding import Submission

ROOT = Path(__file__).resolve().parents[2]
COURSE = load_course(ROOT)
KATA = COURSE.find("kata07_test_mse")
SUITES = sorted((ROOT / "tests" / "hostile" / "suites").glob("*.py"))


@pytest.fixture(scope="module")
def course() -> Course:
    """The course with the track of the kata."""
    return COURSE.holding((KATA,))


@pytest.mark.parametrize("path", SUITES, ids=lambda path: path.stem)
def test_it_earns_nothing(path: Path, course: Course, launcher: Launcher) -> None:
    """Whatever it looks at, counts, forges or throws, and the run comes to its end."""
    source = read_module(KATA.name, path)
    assert isinstance(source, Source)
    with Workers(replace(course.limits, call_seconds=2), launcher=launcher) as workers:
        document = grade(course, Submission(path.name, {KATA.name: source}), workers, (KATA,))

    row = document.exercise(KATA.name)
    assert row.points == 0
    assert row.status in ("failed", "error")
