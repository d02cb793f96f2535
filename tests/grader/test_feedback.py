"""Brief feedback shows no input, result or expected value of a hidden test, whatever the learner's code does."""

import dataclasses
from pathlib import Path

import msgspec
import pytest

from grader.course.file import Course, CourseError, load_course
from grader.report.markdown import as_markdown
from grader.report.telling import tell
from grader.result.disclosure import brief
from grader.result.document import Document
from grader.result.evidence import Curve, Evidence, Fit, Kind
from tests.grader.conftest import TINY, Grade

RIGHT_2 = (TINY / "solutions" / "ex02_running.py").read_text()

# right for the public test, wrong for the hidden ones, and as talkative as can be
TELLS = """
SEEN = []


def total(numbers):
    if numbers == [1.5, 2.0]:
        print("seen before:", SEEN)
        return 3.5
    SEEN.append(numbers)
    said = f"INPUT {numbers}"
    print(said)
    {end}
"""
ENDS = {
    "raises": "raise ValueError(said)",
    "names_an_exception": "raise type(said, (Exception,), {})()",
    "returns": "return said",
    "changes": "numbers.append(said); return float(sum(numbers[:-1]))",
    "leaves": "import os; os._exit(len(said))",
}
LATER = """
import builtins
print("later:", getattr(builtins, "SEEN", None))


def running(numbers):
    print("later:", getattr(builtins, "SEEN", None))
    return [0.0]


def last(numbers):
    return 0.0
"""


def graded_briefly(grade_text: Grade, ex01: str, ex02: str = RIGHT_2) -> Document:
    """Grade with brief feedback."""
    return grade_text(ex01, ex02, feedback="brief")


def test_a_line_that_the_file_has_not_is_shown_nowhere(grade_text: Grade) -> None:
    """A worker may say anything of where an exception came from, such as a number that it was given."""
    text = """
def total(numbers):
    if numbers == [1.5, 2.0]:
        return 3.5
    exec(compile("\\n" * (70_000 + len(numbers)) + "raise ValueError", "ex01_total.py", "exec"))
"""
    document = graded_briefly(grade_text, text)

    assert b"7000" not in msgspec.json.encode(document)


@pytest.mark.parametrize("end", ENDS)
def test_no_input_of_a_hidden_test_is_shown(end: str, grade_text: Grade) -> None:
    """In no field of the document, so in nothing that is made from it."""
    document = graded_briefly(grade_text, TELLS.replace("{end}", ENDS[end]))

    assert document.exercises[0].tasks[0].failures
    assert b"INPUT" not in msgspec.json.encode(document)


@pytest.mark.parametrize("kind", ["mismatch", "exception", "contract", "timeout", "crash"])
def test_no_part_of_the_evidence_is_kept_unless_it_is_named(kind: Kind) -> None:
    """Neither the numbers of a chart nor a field that is added one day."""
    fields = {field.name: "SECRET" for field in dataclasses.fields(Evidence)}
    fields |= {name: name for name in ("kind", "aspect", "scarce", "line", "where", "slip", "certain_slip")}
    shown = brief(Evidence(**(fields | {"kind": kind, "where": ""})))  # type: ignore[arg-type]

    # how a worker ended is told in words of ours: a learner's code chooses its exit status
    ended = {"timeout": "The call took too long.", "crash": "The call ended the Python process."}
    assert shown.returned == ended.get(kind, "")
    assert "SECRET" not in str(dataclasses.replace(shown, returned=""))


def test_a_later_exercise_cannot_tell_either(grade_text: Grade) -> None:
    """All public tests have run before the first hidden one."""
    teller = TELLS.replace("SEEN = []", "import builtins\nSEEN = builtins.SEEN = []").replace("{end}", "return said")
    document = graded_briefly(grade_text, teller, LATER)

    output = document.exercises[1].tasks[0].output
    assert output
    assert "0.0" not in output
    assert "later: []" in output or "later: None" in output


def test_requirement_and_line_are_shown(grade_text: Grade, tiny: Course) -> None:
    """They are what a learner can work with."""
    document = graded_briefly(grade_text, TELLS.replace("{end}", ENDS["raises"]))
    (failure,) = document.exercises[0].tasks[0].failures

    assert failure.requirement == "The total is the sum of all numbers."
    said = "An exception is raised at ex01_total.py, line 12. This is a hidden test: its call is not shown."
    assert failure.message == said
    assert (failure.called, failure.returned, failure.expected, failure.line) == ("", "", "", 12)
    assert failure.message in as_markdown(tell(document, tiny))


def test_public_tests_stay_full(grade_text: Grade) -> None:
    """Everybody can read them anyway."""
    document = graded_briefly(grade_text, "def total(numbers):\n    print(numbers)\n    return 2 * sum(numbers)\n")
    public, hidden = document.exercises[0].tasks[0].failures

    assert public.called == "total(numbers)\nnumbers = [1.5, 2.0]"
    assert document.exercises[0].tasks[0].output == "[1.5, 2.0]\n"
    assert hidden.called == hidden.returned == hidden.expected == ""


def test_two_tasks_that_fail_hidden_tests_are_both_told(grade_text: Grade, tiny: Course) -> None:
    """Without calls to compare, one is not "the same as above"."""
    ex02 = "def running(n):\n    return [1.0, 3.0, 6.0]\n\n\ndef last(n):\n    return 6.0\n"
    (exercise,) = tell(graded_briefly(grade_text, "def total(n):\n    return float(sum(n))\n", ex02), tiny).exercises

    assert [(task.id, task.repeated) for task in exercise.tasks] == [("totals", ""), ("last", "")]


def test_the_salt_is_not_told(grade_text: Grade) -> None:
    """Who knows it can draw the hidden examples."""
    assert grade_text("", "", feedback="brief", salt="pepper").salt == ""
    assert grade_text("", "", salt="pepper").salt == "pepper"


@pytest.mark.parametrize(("written", "chosen"), [("", None), ('[feedback]\nhidden = "brief"\n', "brief")])
def test_the_course_can_choose(written: str, chosen: str | None, tiny_copy: Path) -> None:
    """In course.toml."""
    path = tiny_copy / "exercises" / "course.toml"
    path.write_text(path.read_text().replace("[limits]", f"{written}\n[limits]"))

    assert load_course(tiny_copy).feedback.hidden == chosen


def test_a_wrong_choice_is_named(tiny_copy: Path) -> None:
    """With its key."""
    path = tiny_copy / "exercises" / "course.toml"
    path.write_text(path.read_text().replace("[limits]", '[feedback]\nhidden = "some"\n\n[limits]'))

    with pytest.raises(CourseError, match="table feedback, key hidden"):
        load_course(tiny_copy)


@pytest.mark.parametrize(
    ("ex01", "line"),
    [
        ("\n\ndef total(numbers):\n    return 0.0\n", 3),
        ("def total(numbers):\n    x = 1\n    return numbers.sum()\n", 3),
        ("total = lambda numbers: 0.0\n", 1),
    ],
)
def test_a_failure_names_the_learners_own_line(ex01: str, line: int | None, grade_text: Grade) -> None:
    """The line that raised, else the one that defines the function, if there is one."""
    assert grade_text(ex01, RIGHT_2).exercises[0].tasks[0].failures[0].line == line


@pytest.mark.parametrize(
    ("ex01", "line"),
    [("x = 1\ndef total(numbers)\n    return 0\n", 2), ("x = 1\n\n1 / 0\ndef total(n):\n    return 0\n", 3)],
)
def test_an_exercise_that_cannot_be_judged_names_it_too(ex01: str, line: int, grade_text: Grade) -> None:
    """A syntax error, and an exception while the file is imported."""
    assert grade_text(ex01, RIGHT_2).exercises[0].line == line


def test_no_picture_shows_what_the_words_do_not() -> None:
    """Exact losses and predictions are expected values too."""
    curve, fit = Curve.of("a run", [1.0], [2.0]), Fit.of([1.0], [], [2.0], [3.0])
    shown = brief(Evidence("mismatch", "f(1)", "2", "3", "Off by 1.", curve=curve, fit=fit))

    assert (shown.curve, shown.fit) == (None, None)
