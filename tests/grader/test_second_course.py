"""Another course, of statistics with NumPy and torch: nothing of it is known to the grader."""

import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from grader.course.file import Course, load_course
from grader.judge.run import grade
from grader.notebook.build import build_notebook
from grader.pipe.errors import GraderFault
from grader.pipe.launcher import Launcher
from grader.pipe.pool import Workers
from grader.proof.check import check_course
from grader.result.document import Document, TaskRow
from grader.submission.finding import read_submission
from tests.grader.conftest import ROOT

STATISTICS = Path(__file__).parent / "courses" / "statistics"
Grade = Callable[[Course, Path], Document]
Judge = Callable[[str, str], TaskRow]


@pytest.fixture(scope="module")
def statistics() -> Course:
    """Three exercises: one with NumPy's arrays, one with tensors, one that gets an object of the course's own kind."""
    return load_course(STATISTICS)


@pytest.fixture
def graded(launcher: Launcher) -> Grade:
    """Grade a submission with workers of its own."""

    def document(course: Course, submission: Path) -> Document:
        with Workers(course.limits, launcher=launcher) as workers:
            return grade(course, read_submission(course, submission), workers)

    return document


@pytest.fixture
def judge(statistics: Course, graded: Grade, tmp_path: Path) -> Judge:
    """Grade the text of one module and return its first task."""

    def judged(name: str, text: str) -> TaskRow:
        (tmp_path / f"{name}.py").write_text(text)
        return graded(statistics, tmp_path).exercise(name).tasks[0]

    return judged


def test_the_course_proves_itself(statistics: Course) -> None:
    """Pages, stubs, notebooks, the bundle and the marks of its solutions."""
    problems = [f"{title}: {problem}" for title, found in check_course(statistics, quick=True) for problem in found]

    assert problems == []


def test_two_courses_are_graded_in_one_session(statistics: Course, graded: Grade, tmp_path: Path) -> None:
    """Each imports its own `tests.hidden.oracles` and `tests.blueprints`, whichever was there before."""
    regression = load_course(ROOT)
    for name in ("ex03_prediction", "ex12_optimizer"):
        shutil.copy(ROOT / "solutions" / f"{name}.py", tmp_path)

    points = [
        graded(course, submission).points
        for course, submission in (
            (statistics, STATISTICS / "solutions"),
            (regression, tmp_path),
            (statistics, STATISTICS / "solutions"),
        )
    ]

    assert points == [12, 12, 12]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("lab01_standardise", "sample_deviation"),
        ("lab02_covariance", "divided_by_n"),
        ("lab03_response", "response_to_the_mean"),
    ],
)
def test_its_misconceptions_are_named(judge: Judge, name: str, wrong: str) -> None:
    """As those of any course."""
    text = (STATISTICS / "tests" / "misconceptions" / name / f"{wrong}.py").read_text()

    assert judge(name, text).failures[0].misconception == wrong


def test_right_work_may_be_written_differently(judge: Judge) -> None:
    """With Python's numbers in place of NumPy's."""
    text = (STATISTICS / "tests" / "alternatives" / "lab01_standardise" / "plain_python.py").read_text()

    assert judge("lab01_standardise", text).status == "passed"


def test_a_call_with_an_object_of_the_courses_own_is_shown_as_code(judge: Judge) -> None:
    """In the words of its blueprint."""
    task = judge("lab03_response", "def mean_response(function, x):\n    return function(x).sum()\n")

    assert "function = lambda x: x ** 2" in task.failures[0].called


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("lab01_standardise", "def standardise(x):\n    return x.tolist()\n", "not a NumPy array"),
        (
            "lab01_standardise",
            "import torch\ndef standardise(x):\n    return torch.tensor(x)\n",
            "not a NumPy array",
        ),
        ("lab02_covariance", "def covariance(X):\n    return X.T.numpy()\n", "The result is a NumPy array"),
    ],
)
def test_arrays_and_tensors_are_told_apart(judge: Judge, name: str, text: str, message: str) -> None:
    """An exercise is about one of the two."""
    assert message in judge(name, text).failures[0].message


def test_work_in_its_notebook_is_graded(statistics: Course, graded: Grade, tmp_path: Path) -> None:
    """The built notebook with the solutions in its cells."""
    built = build_notebook(statistics, statistics.exercises)
    for cell in built.cells:
        mark = cell.metadata.get("grader", {})
        if mark.get("role") == "work":
            cell.source = (STATISTICS / "solutions" / f"{mark['exercise']}.py").read_text()
    path = tmp_path / "work.ipynb"
    path.write_text(nbformat.writes(built))  # type: ignore[no-untyped-call]

    assert graded(statistics, path).points == statistics.points


def test_builders_that_cannot_be_run_are_a_fault_of_the_course(graded: Grade, tmp_path: Path) -> None:
    """And never a learner's."""
    shutil.copytree(STATISTICS, tmp_path / "copy", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "copy" / "tests" / "builders.py").write_text("import no_such_module\n")

    with pytest.raises(GraderFault, match=r"tests/builders\.py"):
        graded(load_course(tmp_path / "copy"), STATISTICS / "solutions")
