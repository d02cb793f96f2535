"""A failing call as a program: what is printed can be pasted, and does what the report says."""

import subprocess
import sys
from pathlib import Path

from tests.grader.conftest import TINY
from tests.grader.test_judge import RIGHT_1, RIGHT_2, SUBMISSIONS


def call(folder: Path, what: str) -> "subprocess.CompletedProcess[str]":
    """`python -m grader call` on the work in a folder."""
    command = [sys.executable, "-m", "grader", "call", what, "--course", str(TINY), "-s", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_printed_program_makes_the_failing_call(tmp_path: Path) -> None:
    """Run in the folder of the file, it shows what the report shows as returned."""
    (tmp_path / "ex01_total.py").write_text(SUBMISSIONS["wrong"][0])

    printed = call(tmp_path, "ex01_total.sum").stdout
    (tmp_path / "attempt.py").write_text(printed)
    ran = subprocess.run([sys.executable, "attempt.py"], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert printed.splitlines()[:5] == [
        "# The total of 1.5 and 2 is 3.5.",
        "import torch",
        "from ex01_total import total",
        "",
        "numbers = [1.5, 2.0]",
    ]
    assert ran.stdout.splitlines() == ["got [1.5, 2.0]", "7.0"]


def test_right_work_has_no_call_to_show(tmp_path: Path) -> None:
    """Nothing is printed where a program is wanted, and the reason beside it."""
    (tmp_path / "ex01_total.py").write_text(RIGHT_1)
    (tmp_path / "ex02_running.py").write_text(RIGHT_2)
    shown = call(tmp_path, "1")

    assert (shown.stdout, shown.returncode) == ("", 0)
    assert "There is no failing call in 1 to show." in shown.stderr
