"""Grading the tiny course: every outcome, what it costs, and how it reads."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from grader.course.file import Course
from grader.report.telling import tell
from grader.report.terminal import print_report
from grader.result.document import Document
from tests.grader.conftest import TINY, Grade

GOLDEN = Path(__file__).parent / "golden"
RIGHT_1 = (TINY / "solutions" / "ex01_total.py").read_text()
RIGHT_2 = (TINY / "solutions" / "ex02_running.py").read_text()
STUB_1 = (TINY / "exercises" / "ex01_total.py").read_text()

SUBMISSIONS: dict[str, tuple[str, str]] = {
    "right": (RIGHT_1, RIGHT_2),
    "blank": (STUB_1, (TINY / "exercises" / "ex02_running.py").read_text()),
    "wrong": ("def total(numbers):\n    print('got', numbers)\n    return 2 * sum(numbers)\n", RIGHT_2),
    "half": (RIGHT_1, RIGHT_2.replace("return running(numbers)[-1]", "raise NotImplementedError")),
    "raises": ("def total(numbers):\n    return numbers.sum()\n", RIGHT_2),
    "syntax": ("def total(numbers)\n    return 0\n", RIGHT_2),
    "import": ("import pandas\n\n\ndef total(numbers):\n    return 0\n", RIGHT_2),
    "imports_exercise": (RIGHT_1, "from ex01_total import total\n" + RIGHT_2),
    "crash_on_import": ("print('here')\n1 / 0\n" + RIGHT_1, RIGHT_2),
    "exit_on_import": ("import sys\nsys.exit()\n" + RIGHT_1, RIGHT_2),
    "leave_on_import": ("import os\nos._exit(0)\n" + RIGHT_1, RIGHT_2),
    "leave": ("import os\n\n\ndef total(numbers):\n    os._exit(0)\n", RIGHT_2),
    "hang": ("def total(numbers):\n    while True:\n        pass\n", RIGHT_2),
    "renamed": (RIGHT_1.replace("def total", "def totals"), RIGHT_2),
    "arguments": ("def total():\n    return 0.0\n", RIGHT_2),
    "flood": ("def total(numbers):\n    print('x' * 100_000_000)\n    return 0.0\n", RIGHT_2),
    "escapes": ("def total(numbers):\n    print('\\x1b[2J\\u202eevil')\n    return 'a\\x1b[31mb'\n", RIGHT_2),
    "changes_its_input": (
        "def total(numbers):\n    r = sum(numbers)\n    numbers.clear()\n    return float(r)\n",
        RIGHT_2,
    ),
    "flaky": ("import random\n\n\ndef total(numbers):\n    return sum(numbers) + random.choice([0.0, 1.0])\n", RIGHT_2),
}


def as_text(document: Document, course: Course) -> str:
    """The terminal report without colours."""
    stream = io.StringIO()
    console = Console(file=stream, width=100, highlight=False, soft_wrap=True, color_system=None)
    print_report(tell(document, course), console)
    return stream.getvalue()


@pytest.mark.parametrize("name", [name for name in SUBMISSIONS if name != "flaky"])
def test_the_report_reads_as_it_should(
    name: str, tiny: Course, grade_text: Grade, request: pytest.FixtureRequest
) -> None:
    """Compared with a golden text that a person has read; `--update-golden` writes it anew."""
    text = as_text(grade_text(*SUBMISSIONS[name]), tiny)
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(text, encoding="utf-8")

    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "status", "points"),
    [
        ("right", "passed", 10),
        ("blank", "not_attempted", 0),
        ("wrong", "failed", 6),
        ("raises", "failed", 6),
        ("syntax", "error", 6),
        ("import", "error", 6),
        ("crash_on_import", "error", 6),
        ("exit_on_import", "error", 6),
        ("leave_on_import", "error", 6),
        ("leave", "error", 6),
        ("hang", "error", 6),
        ("renamed", "error", 6),
        ("flood", "failed", 6),
        ("changes_its_input", "failed", 6),
        ("flaky", "failed", 6),
    ],
)
def test_each_bad_end_costs_only_its_own_exercise(name: str, status: str, points: int, grade_text: Grade) -> None:
    """The other exercise keeps its six points, and every task is listed."""
    document = grade_text(*SUBMISSIONS[name])

    assert document.exercises[0].status == status
    assert document.points == points
    assert [task.id for row in document.exercises for task in row.tasks] == ["sum", "totals", "last"]


@pytest.mark.parametrize("encoding", ["latin-1", "cp949", "koi8-r", "gbk", "utf-8-sig"])
def test_wrong_work_is_judged_in_any_encoding(encoding: str, grade_text: Grade) -> None:
    """And not told that it cannot be read."""
    word = {"latin-1": "é", "koi8-r": "сумма", "gbk": "总和"}.get(encoding, "합계")
    first = "" if encoding == "utf-8-sig" else f"# coding: {encoding}\n"
    work = f"{first}def total(numbers):\n    raise ValueError('{word}')\n"
    row = grade_text(work.encode(encoding)).exercise("ex01_total")

    assert row.status == "failed"
    assert word in row.tasks[0].failures[0].returned


def test_a_task_done_and_a_task_not_attempted(grade_text: Grade) -> None:
    """The points of the one are kept, and the other is no failure."""
    row = grade_text(*SUBMISSIONS["half"]).exercises[1]

    assert [(task.status, task.points) for task in row.tasks] == [("passed", 4), ("not_attempted", 0)]
    assert row.status == "not_attempted"


def test_torchs_own_exception_of_that_name_is_a_mistake_and_no_stub(grade_text: Grade) -> None:
    """`torch.tensor(1.0) ^ 2` raises NotImplementedError too; whoever wrote it has attempted the exercise."""
    text = "import torch\n\n\ndef total(numbers):\n    return torch.tensor(numbers) ^ 2\n"
    row = grade_text(text, RIGHT_2).exercises[0]

    assert row.status == "failed"
    assert "return torch.tensor(numbers) ^ 2" in row.tasks[0].failures[0].returned


def test_a_missing_file_is_an_error_of_that_exercise(grade_text: Grade) -> None:
    """And is said so."""
    document = grade_text(ex02=RIGHT_2)

    assert document.exercises[0].message == "There is no file ex01_total.py."
    assert document.points == 6


def test_same_salt_same_document(grade_text: Grade) -> None:
    """But for times."""
    assert grade_text(*SUBMISSIONS["wrong"]) == grade_text(*SUBMISSIONS["wrong"])


def test_an_object_is_shown_without_its_address(grade_text: Grade) -> None:
    """Which is another one in each run, and tells nothing."""
    returned = grade_text("def total(numbers):\n    return total\n").exercises[0].tasks[0].failures[0].returned

    assert returned == "function: <function total>"


def test_another_salt_draws_other_examples(grade_text: Grade) -> None:
    """A wrong answer that is only wrong now and then shows another failing call."""
    text = "def total(numbers):\n    return float(sum(numbers)) + (0.5 if max(numbers) > 1 else 0.0)\n"

    marks = {grade_text(text, RIGHT_2, salt=salt).points for salt in "abc"}

    assert marks == {6}


def test_only_public_tests_are_said_to_be_public(tiny: Course, grade_text: Grade) -> None:
    """Never "all tests passed" where half of them ran."""
    text = as_text(grade_text(RIGHT_1, RIGHT_2, stages=("public",)), tiny)

    assert "All public tests passed" in text
    assert "All tests passed" not in text


def test_the_failing_call_is_shrunk(grade_text: Grade) -> None:
    """To ones, and the smallest number that still shows it: zeros say little of a formula."""
    text = "def total(numbers):\n    return float(sum(numbers)) if max(numbers) <= 2 else 0.5\n"
    row = grade_text(text, RIGHT_2).exercises[0]

    assert row.tasks[0].failures[0].called == "total(numbers)\nnumbers = [1.0, 1.0, 3.0]"


def test_only_the_failure_that_is_shown_is_shrunk(grade_text: Grade) -> None:
    """A report shows a task's first failure; to make the others smaller as well would take most of its time."""
    text = "def total(numbers):\n    return 0.5 if len(numbers) < 3 or numbers[2] > 2 else float(sum(numbers))\n"
    public, hidden = grade_text(text, RIGHT_2).exercises[0].tasks[0].failures

    assert public.called == "total(numbers)\nnumbers = [1.5, 2.0]"
    assert hidden.called != "total(numbers)\nnumbers = [0.0, 0.0, 2.25]"


def test_files_beside_the_submission_change_nothing(tiny: Course, grade_text: Grade, tmp_path: Path) -> None:
    """Neither configuration nor modules that shadow ours."""
    (tmp_path / "work").mkdir()
    for name in ("torch.py", "json.py", "conftest.py", "sitecustomize.py", "msgspec.py", "grader.py"):
        (tmp_path / "work" / name).write_text("raise SystemExit('shadowed')\n")
    (tmp_path / "work" / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\n")

    assert grade_text(RIGHT_1, RIGHT_2).points == tiny.points
