"""A class on the tiny course: every kind of work that a class has, and how to grade it."""

import io
import json
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from grader.cohort.run import ClassOptions, ClassRun, grade_class
from grader.cohort.units import Settings
from grader.course.file import Course
from tests.grader.conftest import TINY

RIGHT = (TINY / "solutions" / "ex01_total.py").read_bytes()
RIGHT_TOO = (TINY / "solutions" / "ex02_running.py").read_bytes()
STUB = (TINY / "exercises" / "ex01_total.py").read_bytes()
CELL = {"cell_type": "code", "source": "def total(numbers):\n    return float(sum(numbers)) + 1", "metadata": {}}
NOTEBOOK = json.dumps(
    {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{**CELL, "outputs": [], "execution_count": None}]}
)
SETTINGS = Settings(feedback="brief")

# right at first, and not for long: what it answers depends on what it was asked before
COUNTS = b"""print("imported")
calls = []


def total(numbers):
    calls.append(numbers)
    return float(sum(numbers)) if len(calls) < 4 else 0.0
"""
WORK: dict[str, dict[str, bytes]] = {
    "counts": {"ex01_total.py": COUNTS, "ex02_running.py": RIGHT_TOO},
    "crash": {"ex01_total.py": b"import os\nos.abort()\n", "ex02_running.py": RIGHT_TOO},
    "hang": {"ex01_total.py": b"def total(numbers):\n    while True:\n        pass\n"},
    "likewise": {"ex01_total.py": RIGHT, "ex02_running.py": b"# mine\n" + RIGHT_TOO},
    "mean": {"ex01_total.py": b"def total(numbers):\n    return sum(numbers) / len(numbers)\n"},
    "notebook": {"work.ipynb": NOTEBOOK.encode()},
    "right": {"ex01_total.py": RIGHT, "ex02_running.py": RIGHT_TOO},
    "stub": {"ex01_total.py": STUB},
    "syntax": {"ex01_total.py": b"def total(numbers)\n    return 1\n"},
    "김하늘": {"ex01_total.py": b"def total(numbers):\n    return float(numbers[0])\n"},
}


def write_class(folder: Path, work: dict[str, dict[str, bytes]]) -> Path:
    """Write a folder a student."""
    for student, files in work.items():
        for name, content in files.items():
            path = folder / student / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return folder


def run_class(course: Course, submissions: Path, out: Path, **options: object) -> ClassRun:
    """Grade a class quietly."""
    chosen = replace(ClassOptions(submissions, out, None, course.exercises, SETTINGS, judges=2), **options)  # type: ignore[arg-type]
    return grade_class(course, chosen, Console(file=io.StringIO()))
