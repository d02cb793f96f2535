"""Naming the misconception: only the one that gives the learner's answers, and nothing rather than a guess."""

from pathlib import Path

import pytest

from grader.course.file import Course, load_course
from grader.diagnosis import Memory, explain
from grader.diagnosis.agreement import agree
from grader.judge.run import run_tests
from grader.judge.settings import Run
from grader.pipe.frames import Opaque, Printed, Returned
from grader.pipe.pool import Workers
from grader.result.document import ExerciseRow, FailureRow
from grader.result.outcome import Results
from grader.source.module import Source, parse
from grader.submission.finding import Submission
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

    assert (failure.diagnosis, failure.advice) == ("Only the first number is returned.", "Look at them all.")


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

    assert (failure.misconception, failure.diagnosis, failure.advice) == (None, None, None)


def test_two_mistakes_in_two_functions_are_told_apart(grade_text: Grade) -> None:
    """Each task has a diagnosis of its own."""
    text = "def running(numbers):\n    return list(numbers)\n\n\ndef last(numbers):\n    return numbers[-1]\n"
    row = grade_text(None, text).exercises[1]

    assert [first_failure(row, task).misconception for task in (0, 1)] == ["numbers_themselves", "last_number"]


def test_a_crash_has_no_diagnosis(grade_text: Grade) -> None:
    """There is no answer to compare."""
    failure = first_failure(grade_text("import os\ndef total(numbers):\n    os._exit(1)\n", RIGHT_2).exercises[0])

    assert failure.misconception is None


def test_what_is_kept_from_call_to_call_is_named(grade_text: Grade) -> None:
    """The known module is called with everything that the learner's was called with, in the same order."""
    text = "class Sum:\n    value = 0.0\n\ndef total(numbers):\n    Sum.value += sum(numbers)\n    return Sum.value\n"
    row = grade_text(text, RIGHT_2).exercises[0]

    assert first_failure(row).misconception == "total_of_all_calls"


def test_one_mistake_must_explain_the_other_tasks_as_well(grade_text: Grade) -> None:
    """What is the last number in one task's calls and something else in another's calls is no known mistake."""
    last = "def last(numbers):\n    return numbers[-1] if len(numbers) < 3 else None\n"
    row = grade_text(None, f"def running(numbers):\n    return list(numbers)\n\n\n{last}").exercises[1]

    assert first_failure(row, 1).misconception is None


COPY = "def total(numbers):\n    return {}\n"
SAYS = '"""{}\n\nAdvice: Look at them all.\n"""\n\nFAILS = {{"sum"}}\n\n\n'


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("next(iter(numbers))", "One of two things: Only the first number is returned. Or: The smallest is returned."),
        ("min(numbers[:1])", "The smallest is returned."),
        (
            "numbers.__getitem__(0)",
            "One of two things: Only the first number is returned. Or: The smallest is returned.",
        ),
    ],
    ids=["code like neither", "code like one", "code like neither again"],
)
def test_of_two_causes_with_the_same_answers_the_code_decides_or_both_are_said(
    tiny_copy: Path, workers: Workers, answer: str, said: str
) -> None:
    """What no answer can show is seen in what the learner's code calls."""
    twin = tiny_copy / "tests" / "misconceptions" / "ex01_total" / "smallest.py"
    twin.write_text(SAYS.format("The smallest is returned.") + COPY.format("min(numbers[:1])"))
    results, source, course = graded(tiny_copy, workers, COPY.format(answer))
    found = explain(course, results, {"ex01_total": source}, workers).named

    assert found["ex01_total", "sum"].diagnosis == said


def test_a_mistake_can_be_looked_for_as_if_it_were_not_known(tiny_copy: Path, workers: Workers) -> None:
    """Then nothing is named, for no other one gives the same answers."""
    results, source, course = graded(tiny_copy, workers, COPY.format("numbers[0]"))
    unknown = frozenset({"first_only"})

    assert explain(course, results, {"ex01_total": source}, workers, unknown=unknown).named == {}


def test_a_second_grading_asks_nothing_again(tiny_copy: Path, workers: Workers) -> None:
    """The replies of known modules are remembered by the content of module and call."""
    memory = Memory()
    for _ in range(2):
        asked, found = memory.asked, memory.found
        results, source, course = graded(tiny_copy, workers, COPY.format("numbers[0]"))
        explain(course, results, {"ex01_total": source}, workers, memory=memory)

    assert memory.asked - asked == memory.found - found > 0


def graded(root: Path, workers: Workers, text: str) -> tuple[Results, Source, Course]:
    """Run the tests of a tiny course's first exercise."""
    course = load_course(root)
    source = parse("ex01_total", text.encode())
    assert isinstance(source, Source)
    work = Submission("work", {"ex01_total": source})
    return (
        run_tests(course, work, workers, Run.of(course, course.exercises[:1])),
        source,
        course,
    )


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        ("seen = []\n", True),
        ("def f(x, seen={}):\n    return x\n", True),
        ("count = 0\ndef f():\n    global count\n", True),
        ("class Seen:\n    numbers = list()\n", True),
        ("FAILS = {'sum'}\nSIZE = 3\nNAMES = ('a', 'b')\ndef f(x, y=1):\n    seen = []\n    return seen\n", False),
    ],
)
def test_state_is_seen_in_the_text(text: str, keeps: bool) -> None:
    """A list outside the functions, a list as a default, a global name."""
    source = parse("ex01_total", text.encode())
    assert isinstance(source, Source)
    assert source.facts.keeps_state is keeps


@pytest.mark.parametrize(
    ("class_name", "alike"),
    [("ex12_optimizer.Mine", True), ("torch.optim.sgd.SGD", True), ("type", False), ("torch.dtype", False)],
)
def test_the_class_of_an_optimizer_is_a_matter_of_taste(class_name: str, alike: bool) -> None:
    """What it does to the parameters is not; and what is no optimizer at all is another answer."""

    def returning(result: Opaque) -> Returned:
        return Returned((result,), (), None, False, "float32", True, (), Printed("", False))

    assert agree(returning(Opaque(class_name, "")), returning(Opaque("ex12_optimizer.Descent", ""))) == alike
