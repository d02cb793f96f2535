"""`python -m grader new`: a course to begin with."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from grader.cli.author import new_command
from grader.course.file import load_course
from grader.course.start import StartError, start_course
from grader.proof.check import check_course


def test_a_new_course_passes_its_whole_check(tmp_path: Path) -> None:
    """Its known answers too; an author changes a course that works."""
    done = CliRunner().invoke(new_command, [str(tmp_path / "Waves & Sound"), "--title", 'The "sound" of waves'])
    course = load_course(tmp_path / "Waves & Sound")

    assert (done.exit_code, course.name, course.title) == (0, "waves-sound", 'The "sound" of waves')
    assert [problem for _title, problems in check_course(course) for problem in problems] == []


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    """Nothing is written."""
    (tmp_path / "mine.txt").write_text("")

    with pytest.raises(StartError, match="there is something already"):
        start_course(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
