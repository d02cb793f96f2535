"""Where in a submission the work is found, under which names, and what is said of the choice."""

from pathlib import Path

import pytest

from grader.course.file import Course
from grader.source.module import Source, SourceProblem
from grader.submission.finding import SubmissionError, read_submission
from grader.submission.names import exercise_meant
from tests.grader.notebooks import notebook, save

RIGHT = "def total(numbers):\n    return float(sum(numbers))\n"
OTHER = "def total(numbers):\n    return 0.0\n"
STUB = "def total(numbers):\n    raise NotImplementedError\n"


def write(path: Path, text: str = RIGHT) -> None:
    """Put a module there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def found(course: Course, folder: Path) -> str:
    """The module of the first exercise that was found."""
    source = read_submission(course, folder).sources["ex01_total"]
    assert isinstance(source, Source)
    return source.content.decode()


def test_each_exercise_is_looked_for_in_every_place(tiny: Course, tmp_path: Path) -> None:
    """One at the root, another in exercises/: neither is lost."""
    write(tmp_path / "ex01_total.py")
    write(tmp_path / "exercises" / "ex02_running.py", "def running(n):\n    return n\n")
    sources = read_submission(tiny, tmp_path).sources

    assert [type(source) for source in sources.values()] == [Source, Source]


def test_work_in_the_notebooks_folder_is_graded(tiny: Course, tmp_path: Path) -> None:
    """Beside stubs in exercises/, as in a bundle in which notebooks were built."""
    write(tmp_path / "exercises" / "ex01_total.py", STUB)
    (tmp_path / "notebooks").mkdir()
    save(tmp_path / "notebooks", notebook(RIGHT))

    assert "sum(numbers)" in found(tiny, tmp_path)


def test_a_stub_does_not_hide_an_attempt_elsewhere(tiny: Course, tmp_path: Path) -> None:
    """Whichever place comes first."""
    write(tmp_path / "ex01_total.py", STUB)
    write(tmp_path / "exercises" / "ex01_total.py")

    assert found(tiny, tmp_path) == RIGHT


def test_of_two_attempts_the_report_says_which_one_counts(tiny: Course, tmp_path: Path) -> None:
    """The first place, with both files named."""
    write(tmp_path / "ex01_total.py")
    write(tmp_path / "exercises" / "ex01_total.py", OTHER)

    assert found(tiny, tmp_path) == RIGHT
    (note,) = read_submission(tiny, tmp_path).notes
    assert "ex01_total.py" in note
    assert "exercises/ex01_total.py" in note


@pytest.mark.parametrize("kind", ["module", "notebook"])
def test_a_folder_that_holds_work_and_is_not_looked_into_is_named(kind: str, tiny: Course, tmp_path: Path) -> None:
    """While the exercise is not attempted where it is looked for; a stub there is no work."""
    write(tmp_path / "exercises" / "ex01_total.py", STUB)
    write(tmp_path / "old" / "ex01_total.py", STUB)
    if kind == "module":
        write(tmp_path / "work" / "ex01_total.py")
    else:
        (tmp_path / "work").mkdir()
        save(tmp_path / "work", notebook(RIGHT))
    (note,) = read_submission(tiny, tmp_path).notes
    write(tmp_path / "exercises" / "ex01_total.py")

    assert note.startswith("work/ holds work too (ex01_total)")
    assert read_submission(tiny, tmp_path).notes == ()


@pytest.mark.parametrize(
    "name", ["EX01_Total.py", "ex01_total (1).py", "ex01_total-2.py", "kim_123_456_ex01_total.py", "ex1.py"]
)
def test_a_changed_name_is_understood_and_told(name: str, tiny: Course, tmp_path: Path) -> None:
    """As browsers, platforms and people change it."""
    write(tmp_path / name)

    assert found(tiny, tmp_path) == RIGHT
    assert name in read_submission(tiny, tmp_path).notes[0]


@pytest.mark.parametrize("stem", ["test_ex01_total", "ex01_total.backup-1", "myex01_total", "total", "ex07"])
def test_a_name_that_may_mean_something_else_is_not_taken(stem: str, tiny: Course) -> None:
    """Tests, backups, and names that only look alike."""
    assert exercise_meant(tiny, stem) is None


def test_a_missing_file_is_told_with_what_is_there(tiny: Course, tmp_path: Path) -> None:
    """So that a wrong name can be seen."""
    write(tmp_path / "ex02_running.py", "def running(n):\n    return n\n")
    write(tmp_path / "sums.py")
    problem = read_submission(tiny, tmp_path).sources["ex01_total"]

    assert isinstance(problem, SourceProblem)
    assert "sums.py" in problem.message


def test_one_folder_deeper_is_found(tiny: Course, tmp_path: Path) -> None:
    """As an unpacked archive has it."""
    write(tmp_path / "hw1" / "submission" / "exercises" / "ex01_total.py")

    assert found(tiny, tmp_path) == RIGHT


def test_a_folder_of_submissions_is_recognised(tiny: Course, tmp_path: Path) -> None:
    """And the command to grade one of them is given."""
    for name in ("ann", "ben"):
        write(tmp_path / name / "ex01_total.py")

    with pytest.raises(SubmissionError, match=f"folder of submissions .*-s {tmp_path / 'ann'}"):
        read_submission(tiny, tmp_path)
