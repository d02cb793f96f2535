"""What lies where the modules should be: links, folders, pipes, and files without end."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.course.file import Course
from grader.source.module import SourceProblem
from grader.submission.finding import read_submission
from tests.grader.conftest import TINY

SOLUTIONS = TINY / "solutions"


def problem_with(course: Course, folder: Path, name: str = "ex01_total") -> str:
    """Why nothing of this exercise can be judged."""
    found = read_submission(course, folder).sources[name]
    assert isinstance(found, SourceProblem)
    return found.message


def as_socket(path: Path) -> None:
    """Leave a unix socket."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        # such an address may not be long
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(f"/proc/self/fd/{folder}/{path.name}")
    finally:
        os.close(folder)


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.symlink_to(SOLUTIONS / path.name),
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.mkdir(),
        lambda path: os.mkfifo(path),
        as_socket,
    ],
    ids=["link", "link to a device", "folder", "pipe", "socket"],
)
def test_only_a_plain_file_is_read(make: Callable[[Path], None], tiny: Course, tmp_path: Path) -> None:
    """Everything else is one sentence, at once."""
    make(tmp_path / "ex01_total.py")
    (tmp_path / "ex02_running.py").write_bytes((SOLUTIONS / "ex02_running.py").read_bytes())

    assert "plain file" in problem_with(tiny, tmp_path)


def test_a_file_without_end_is_not_read_to_its_end(tiny: Course, tmp_path: Path) -> None:
    """A terabyte of nothing takes no room on a disk, and would in memory."""
    with (tmp_path / "ex01_total.py").open("wb") as file:
        file.truncate(2**40)

    assert problem_with(tiny, tmp_path) == "ex01_total.py is longer than 256 KiB."


def test_a_folder_behind_a_link_is_not_read(tiny: Course, tmp_path: Path) -> None:
    """It may be somebody else's work, or the solutions."""
    (tmp_path / "exercises").symlink_to(SOLUTIONS)

    assert "is a link to another folder" in problem_with(tiny, tmp_path)


def test_the_submission_itself_may_be_behind_a_link(tiny: Course, tmp_path: Path) -> None:
    """Whoever grades chooses that path."""
    (tmp_path / "work").symlink_to(SOLUTIONS)

    assert not any(isinstance(one, SourceProblem) for one in read_submission(tiny, tmp_path / "work").sources.values())
