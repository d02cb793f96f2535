"""Commands on the tiny course: as a process where the process matters, else in this one, which saves a start."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from grader.cli.main import status_of

TINY = Path(__file__).parent / "courses" / "tiny"
ROOT = Path(__file__).resolve().parents[2]

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def grader(*arguments: str | Path, cwd: Path = ROOT, answer: str = "") -> "subprocess.CompletedProcess[str]":
    """Run `python -m grader` on the tiny course."""
    command = [sys.executable, "-m", "grader", *map(str, arguments)]
    if "--course" not in command:
        command += ["--course", str(TINY)]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"}
    # the package is importable from anywhere, as after an install
    environment["PYTHONPATH"] = str(ROOT)
    return subprocess.run(
        command, cwd=cwd, env=environment, input=answer, capture_output=True, text=True, encoding="utf-8", check=False
    )


def in_process(*arguments: str | Path, answer: str = "") -> "subprocess.CompletedProcess[str]":
    """The same in this process, for commands that load no torch; those that do want `run_here`."""
    given = [*map(str, arguments)]
    if "--course" not in given:
        given += ["--course", str(TINY)]
    with CliRunner().isolation(input=answer) as (stdout, stderr, _both):
        status = status_of(given)
        out, err = (stream.getvalue().decode() for stream in (stdout, stderr))
    return subprocess.CompletedProcess(given, status, out, err)
