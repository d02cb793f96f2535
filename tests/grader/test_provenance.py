"""A document says what it was made from: the work, the course and the versions."""

import importlib.metadata
import platform
from pathlib import Path

import pytest

from grader.course.digest import course_digest
from grader.course.file import Course, load_course
from grader.result.document import SubmissionKind
from grader.session.service import Question, read_kernel
from grader.submission.finding import Submission, read_submission
from tests.grader.conftest import TINY, Grade
from tests.grader.notebooks import notebook, save

RIGHT_1 = (TINY / "solutions" / "ex01_total.py").read_text()


def read_as(kind: SubmissionKind, text: str, course: Course, folder: Path) -> Submission:
    """The same work as each kind of submission."""
    exercise = course.exercises[:1]
    if kind == "kernel":
        return read_kernel(course, Question(("1",), (("1", text),), frozenset({"total"})))
    if kind == "notebook":
        return read_submission(course, save(folder, notebook(text)), exercise)
    path = folder / "ex01_total.py"
    path.write_text(text)
    return read_submission(course, folder if kind == "folder" else path, exercise)


@pytest.mark.parametrize("kind", ["folder", "module", "notebook", "kernel"])
def test_a_submission_knows_what_it_was_read_from(kind: SubmissionKind, tiny: Course, tmp_path: Path) -> None:
    """Whatever it is called."""
    assert read_as(kind, RIGHT_1, tiny, tmp_path).kind == kind


def test_the_same_files_have_the_same_digest_wherever_they_lie(tiny: Course, tmp_path: Path) -> None:
    """A folder, or the one module in it."""
    folder, module = (read_as(kind, RIGHT_1, tiny, tmp_path) for kind in ("folder", "module"))

    assert folder.sha256 == module.sha256


@pytest.mark.parametrize(
    ("one", "other"),
    [(RIGHT_1, RIGHT_1 + "\n"), ("def total(", "def total(:"), ("", "\0"), (RIGHT_1, None)],
    ids=["a line more", "both no Python", "empty, and not text", "no file"],
)
def test_other_bytes_have_another_digest(one: str, other: str | None, tiny: Course, tmp_path: Path) -> None:
    """Also of files that cannot be judged."""

    def digest(text: str | None) -> str:
        path = tmp_path / "ex01_total.py"
        path.unlink(missing_ok=True)
        if text is not None:
            path.write_text(text)
        (tmp_path / "ex02_running.py").write_text("")
        return read_submission(tiny, tmp_path).sha256

    assert digest(one) != digest(other)


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("exercises/course.toml", True),
        ("tests/public/test_ex01_total.py", True),
        ("tests/hidden/test_ex01_total.py", True),
        ("tests/blueprints.py", True),
        ("tests/builders.py", True),
        ("tests/misconceptions/ex01_total/another.py", True),
        ("tests/edits/ex01_total.toml", True),
        ("solutions/ex01_total.py", True),
        ("tests/alternatives/ex01_total/another.py", False),
        ("exercises/ex01_total.md", False),
    ],
)
def test_a_courses_digest_is_of_what_decides_marks(name: str, counts: bool, tiny_copy: Path) -> None:
    """And of nothing else."""
    course = load_course(tiny_copy)
    before = course_digest(course)
    path = tiny_copy / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text((path.read_text() if path.exists() else "") + "\n# changed\n")

    assert (course_digest(course) != before) == counts


def test_a_course_has_the_same_digest_in_any_folder(tiny: Course, tiny_copy: Path) -> None:
    """Names are told from the course's own root."""
    assert course_digest(load_course(tiny_copy)) == course_digest(tiny)


def test_a_document_names_its_versions(grade_text: Grade) -> None:
    """As the workers and the judge have them."""
    provenance = grade_text(RIGHT_1).provenance

    assert provenance.grader == importlib.metadata.version("linear-regression-grader")
    assert provenance.torch == importlib.metadata.version("torch")
    assert provenance.python == platform.python_version()


def test_only_what_was_graded_counts(tiny: Course, grade_text: Grade, tmp_path: Path) -> None:
    """Exercises that were left out of a run do not."""
    document = grade_text(RIGHT_1, "anything", exercises=tiny.exercises[:1])
    alone = read_as("module", RIGHT_1, tiny, tmp_path)

    assert document.provenance.submission_sha256 == alone.sha256
