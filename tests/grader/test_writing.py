"""Writing files where somebody else may have put something."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.result.writing import WriteError, make_folder, remove_unfinished, replacing, write_file


def a_link(path: Path) -> None:
    """Leave a link to a file that is not ours."""
    (path.parent / "diary").write_text("mine")
    path.symlink_to(path.parent / "diary")


def a_folder(path: Path) -> None:
    """Leave a folder with something in it."""
    path.mkdir()
    (path / "diary").write_text("mine")


@pytest.mark.parametrize("put", [a_link, a_folder])
def test_what_is_in_the_way_is_refused_in_a_sentence(put: Callable[[Path], None], tmp_path: Path) -> None:
    """A link, which would say where we write, and a folder."""
    put(tmp_path / "report.html")

    with pytest.raises(WriteError, match=r"report\.html is a (link|folder)"):
        write_file(tmp_path / "report.html", b"new")


@pytest.mark.parametrize("put", [a_link, a_folder])
def test_a_result_is_written_whatever_is_in_the_way(put: Callable[[Path], None], tmp_path: Path) -> None:
    """And what lay there is left as it was, under this name or another."""
    put(tmp_path / "result.json")

    write_file(tmp_path / "result.json", b"new", replaces_anything=True)

    assert (tmp_path / "result.json").read_bytes() == b"new"
    assert [path.read_text() for path in tmp_path.rglob("diary")] == ["mine"]


def test_a_failed_write_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    """And nothing half-written beside it."""
    (tmp_path / "result.json").write_text("before")

    with pytest.raises(WriteError, match="cannot be written"):
        write_file(tmp_path / "result.json" / "inner.json", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]


def test_what_a_killed_process_was_writing_is_removed(tmp_path: Path) -> None:
    """And what it had finished stays."""
    write_file(tmp_path / "gradebook.csv", b"whole")
    # what it was writing into is gone when it would take its place
    with contextlib.suppress(WriteError), replacing(tmp_path / "gradebook.csv") as file:
        file.write(b"half")
        remove_unfinished(tmp_path)

    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"whole"]


def test_a_folder_is_not_made_through_a_link_in_a_submission(tmp_path: Path) -> None:
    """Which may lead to anywhere."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "results").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(WriteError, match="leads through a link"):
        make_folder(tmp_path / "work" / "results" / "host", tmp_path / "work")
