"""A bundle that was handed out is brought up to date, and nobody's work is touched."""

import shutil
from pathlib import Path

import pytest

from grader.bundle import BundleError, make_bundle
from grader.bundle.manifest import NAME
from grader.bundle.update import Update, update_bundle
from grader.course.file import load_course
from tests.grader.conftest import TINY

WORK = "def total(numbers):\n    return 7.0\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of the tiny course as it is."""
    return make_bundle(load_course(TINY), tmp_path_factory.mktemp("made") / "bundle").learners


@pytest.fixture
def bundle(made: Path, tmp_path: Path) -> Path:
    """A copy that a learner has."""
    return Path(shutil.copytree(made, tmp_path / "bundle"))


def change(course: Path, name: str, more: str = "\nOne more sentence.\n") -> None:
    """The author changes a file of the course."""
    path = course / name
    path.write_text(path.read_text() + more)


def update(tiny_copy: Path, bundle: Path) -> Update:
    """Bring the bundle up to what the changed course makes."""
    return update_bundle(load_course(tiny_copy), bundle)


def test_a_page_that_changed_is_replaced(tiny_copy: Path, bundle: Path) -> None:
    """And nothing else."""
    change(tiny_copy, "exercises/ex01_total.md")

    assert update(tiny_copy, bundle) == Update(("exercises/ex01_total.md",), (), (), ())
    assert "One more sentence." in (bundle / "exercises" / "ex01_total.md").read_text()


def test_a_learners_work_is_kept_and_told(tiny_copy: Path, bundle: Path) -> None:
    """Where the course has changed the stub as well; the new stub is there for `reset`."""
    (bundle / "exercises" / "ex01_total.py").write_text(WORK)
    solution = tiny_copy / "solutions" / "ex01_total.py"
    solution.write_text(solution.read_text().replace('"""', '"""Anew: ', 1))

    assert update(tiny_copy, bundle).kept == ("exercises/ex01_total.py",)
    assert (bundle / "exercises" / "ex01_total.py").read_text() == WORK
    assert "Anew" in (bundle / "exercises" / ".stubs" / "ex01_total.py").read_text()


def test_files_of_a_learners_own_are_left_alone(tiny_copy: Path, bundle: Path) -> None:
    """Nobody but their owner knows what they are."""
    (bundle / "notes.md").write_text("mine")
    update(tiny_copy, bundle)

    assert (bundle / "notes.md").read_text() == "mine"


def test_what_the_course_has_no_more_goes(tiny_copy: Path, bundle: Path) -> None:
    """If it is as it was handed out."""
    page = tiny_copy / "tests" / "public" / "helpers.py"
    page.write_text("A = 1\n")
    update(tiny_copy, bundle)
    page.unlink()

    assert update(tiny_copy, bundle).removed == ("tests/public/helpers.py",)


def test_a_folder_that_is_no_bundle_is_refused(tiny_copy: Path, bundle: Path) -> None:
    """Without the list of what is ours nothing can be told from work."""
    (bundle / NAME).unlink()

    with pytest.raises(BundleError, match="nobody knows what of this folder is ours"):
        update(tiny_copy, bundle)
