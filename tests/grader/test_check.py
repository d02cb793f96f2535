"""`python -m grader check`: what an author has forgotten or mistyped is told with the way to mend it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.course.file import Course, load_course
from grader.proof import course_files
from grader.proof.check import check_course

PAGE = "exercises/ex02_running.md"


def changed(root: Path, name: str, old: str, new: str) -> Course:
    """The course with a piece of one file replaced."""
    path = root / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    return load_course(root)


Finder = Callable[[Course], list[str]]


def headings(course: Course) -> list[str]:
    """What is wrong with the pages' headings."""
    return [*course_files.wrong_headings(course, course.exercises)]


def functions(course: Course) -> list[str]:
    """Functions that the solutions lack."""
    return [*course_files.missing_functions(course, course.exercises)]


@pytest.mark.parametrize(
    ("find", "name", "old", "new", "told"),
    [
        (
            headings,
            PAGE,
            "### 2. `last`",
            "## Last",
            f"{PAGE}: has no heading for the task last; write a line like: ### 2. `last`: what to do",
        ),
        (headings, PAGE, "`totals`", "`total`", "1. `total` is of no task in course.toml; did you mean totals?"),
        (headings, PAGE, "### 1. ", "### 3. ", "should be, in this order: 1. totals, 2. last"),
        (
            functions,
            "exercises/course.toml",
            '["running", "last"]',
            '["runing", "last"]',
            "solutions/ex02_running.py: has no function runing, which course.toml names under functions",
        ),
    ],
)
def test_a_slip_is_told_with_what_is_wanted(
    tiny_copy: Path, find: Finder, name: str, old: str, new: str, told: str
) -> None:
    """In one sentence, with the file."""
    assert any(told in found for found in find(changed(tiny_copy, name, old, new)))


def test_a_test_file_with_a_syntax_error_is_told_and_ends_the_check(tiny_copy: Path) -> None:
    """Its line, and no traceback."""
    course = changed(tiny_copy, "tests/hidden/test_ex01_total.py", "def test_adds", "def def test_adds")

    found = [problem for _title, problems in check_course(course) for problem in problems]

    assert found == ["tests/hidden/test_ex01_total.py, line 11: invalid syntax"]


def test_a_test_file_that_cannot_be_imported_is_told_once_and_ends_the_check(tiny_copy: Path) -> None:
    """Its line and the error, without the advice on names that pytest gives."""
    course = changed(tiny_copy, "tests/hidden/test_ex01_total.py", "import pytest", "import pytset")

    *_before, (_title, problems) = check_course(course)

    assert len(problems) == 1
    assert problems[0].startswith("tests/hidden/test_ex01_total.py: ")
    assert "Hint" not in problems[0]
    assert problems[0].endswith("No module named 'pytset'")


def test_a_missing_test_file_is_told_and_nothing_is_graded(tiny_copy: Path) -> None:
    """The exercise cannot be proved without it."""
    (tiny_copy / "tests/hidden/test_ex01_total.py").unlink()

    checks = dict(check_course(load_course(tiny_copy)))

    assert checks["every exercise has its prose, stub, solution and tests"] == [
        "tests/hidden/test_ex01_total.py: is missing"
    ]
    assert "the solutions earn every point" not in checks


def test_a_further_file_is_unknown_until_course_toml_names_it(tiny_copy: Path) -> None:
    """Data that a page speaks of goes into `files`; a learner's backup needs no word."""
    for name in ("data.csv", "ex01_total.backup-1.py"):
        (tiny_copy / "exercises" / name).write_text("")
    before = [*course_files.unknown_files(load_course(tiny_copy))]
    after = [
        *course_files.unknown_files(
            changed(tiny_copy, "exercises/course.toml", "points = 10", 'points = 10\nfiles = ["data.csv"]')
        )
    ]

    assert len(before) == 1
    assert "data.csv" in before[0]
    assert after == []


def test_one_exercise_is_checked_alone_and_a_failing_solution_names_its_test(tiny_copy: Path) -> None:
    """The other exercise, which is broken too, is left out."""
    (tiny_copy / "solutions" / "ex02_running.py").unlink()
    course = changed(tiny_copy, "solutions/ex01_total.py", "sum(numbers)", "sum(numbers[1:])")

    found = [
        problem
        for _, problems in check_course(course, quick=True, exercises=course.exercises[:1])
        for problem in problems
    ]

    assert len([problem for problem in found if "0 of 4 points" in problem and "test_adds" in problem]) == 1
    assert not any("ex02_running" in problem for problem in found)
