"""Classroom 50 runs this in the job of a student's repository: install the grader that lies beside it, and grade.

Everything but status 0 is an error of the grading: Classroom 50 then records no mark.
"""

import os
import subprocess
import sys
from pathlib import Path

COURSE = Path(__file__).resolve().parent / "course"
CPU_BUILDS = "https://download.pytorch.org/whl/cpu"  # torch without CUDA: a tenth of the download


def main() -> int:
    """Grade the checkout that we are in; returns the exit status."""
    checkout = Path.cwd()
    install = ["-m", "pip", "install", "--quiet", str(COURSE)]
    # the last one is for images whose Python belongs to the system; the job's container is thrown away
    settings = {"PIP_EXTRA_INDEX_URL": CPU_BUILDS, "PIP_BREAK_SYSTEM_PACKAGES": "1"}
    grade = ["-m", "grader", "run", "--host", "classroom50", "--isolation", "required", "--course", str(COURSE)]
    grade += ["--submission", str(checkout), "--host-files", str(checkout)]
    return _python(install, settings) or _python(grade, {})


def _python(arguments: list[str], settings: dict[str, str]) -> int:
    # in the course's folder: Python looks for modules where it is started, and the checkout is a student's
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=COURSE, env={**settings, **os.environ}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
