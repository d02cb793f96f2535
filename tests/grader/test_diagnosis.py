"""Naming the misconception: only the one that gives the learner's answers, and nothing rather than a guess."""

import pytest

from grader.document import ExerciseRow, FailureRow
from tests.grader.conftest import TINY, Grade

RIGHT_2 = (TINY / "solutions" / "ex02_running.py").read_text()


def first_failure(row: ExerciseRow, task: int = 0) -> FailureRow:
    """The first failure of a task."""
    return row.tasks[task].failures[0]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("    return numbers[0]", "first_only"),
        ("    p = 1.0\n    for n in numbers:\n        p = n * p\n    return p", "product"),
        ("    return sum(numbers) / float(len(numbers))", "mean"),
        ("    return float(sum(max(n, -n) for n in numbers))", "absolute"),
        ("    s = sum(numbers)\n    numbers[:] = []\n    return float(s)", "empties_the_list"),
    ],
)
def test_the_same_mistake_in_other_words_is_named(grade_text: Grade, body: str, name: str) -> None:
    """By what it returns and leaves behind, not by how it is written."""
    failure = first_failure(grade_text(f"def total(numbers):\n{body}\n", RIGHT_2).exercises[0])

    assert failure.misconception == name


def test_the_diagnosis_comes_before_the_advice(grade_text: Grade) -> None:
    """Two sentences of the catalogue."""
    failure = first_failure(grade_text("def total(numbers):\n    return numbers[0]\n", RIGHT_2).exercises[0])

    assert failure.advice == "Only the first number is returned.\nLook at them all."


@pytest.mark.parametrize(
    "body",
    [
        "    return float(sum(numbers)) + 1.0",
        "    return numbers[0] if len(numbers) == 2 else float(sum(numbers)) + 1.0",
        "    return None",
        "    return undefined",
    ],
    ids=["unknown", "partly like a known one", "nothing", "exception"],
)
def test_what_is_not_known_is_not_guessed(grade_text: Grade, body: str) -> None:
    """The report is complete without a diagnosis."""
    failure = first_failure(grade_text(f"def total(numbers):\n{body}\n", RIGHT_2).exercises[0])

    assert (failure.misconception, failure.advice) == (None, None)


def test_two_mistakes_in_two_functions_are_told_apart(grade_text: Grade) -> None:
    """Each task has a diagnosis of its own."""
    text = "def running(numbers):\n    return list(numbers)\n\n\ndef last(numbers):\n    return numbers[-1]\n"
    row = grade_text(None, text).exercises[1]

    assert [first_failure(row, task).misconception for task in (0, 1)] == ["numbers_themselves", "last_number"]


def test_a_crash_has_no_diagnosis(grade_text: Grade) -> None:
    """There is no answer to compare."""
    failure = first_failure(grade_text("import os\ndef total(numbers):\n    os._exit(1)\n", RIGHT_2).exercises[0])

    assert failure.misconception is None
