"""Tests that run on one submission after the other: what earlier ones have shown saves time and changes nothing."""

from pathlib import Path

import msgspec
import pytest

from grader.course.file import Course, load_course
from grader.diagnosis import Memory
from grader.judge.collection import CollectedTests, with_collected_tests
from grader.judge.repetition import Repetition
from grader.judge.run import grade
from grader.judge.settings import STAGES
from grader.pipe.pool import Workers
from grader.result.document import Document
from grader.source.module import Source, parse
from grader.submission.finding import Submission
from tests.grader.conftest import replace_label

TOTAL = "def total(numbers):\n    {}\n    return float(sum(numbers))\n"
WORK = {
    "right": TOTAL.format("numbers = list(numbers)"),
    "right too": TOTAL.format("print('adding')"),
    "right again": TOTAL.format("pass"),
    "hangs at three numbers": TOTAL.format("while len(numbers) == 3: pass"),
    "raises at three numbers": TOTAL.format("numbers[2 * len(numbers) - 5]"),
    "is wrong for negative numbers": TOTAL.format("numbers = [abs(number) for number in numbers]"),
    "changes its input": TOTAL.format("numbers.append(0.0)"),
    "remembers by an attribute": TOTAL.format("total.calls += 1; numbers = numbers * (total.calls < 6)")
    + "total.calls = 0\n",
    "has no function": "def sum_of(numbers):\n    return 0.0\n",
    "right at last": TOTAL.format("numbers = tuple(numbers)"),
}


def submission(text: str) -> Submission:
    """A submission of this module."""
    source = parse("ex01_total", text.encode())
    assert isinstance(source, Source)
    return Submission("work", {"ex01_total": source})


def graded_in_a_row(course: Course, workers: Workers, texts: list[str]) -> list[Document]:
    """Grade modules one after the other with tests that were collected once."""
    memory = Memory()

    def grade_all(tests: CollectedTests) -> list[Document]:
        documents = []
        for text in texts:
            with Workers(course.limits, launcher=workers.launcher) as own:
                documents.append(grade(course, submission(text), own, course.exercises[:1], memory=memory, tests=tests))
        return documents

    return with_collected_tests(course, STAGES, grade_all, Repetition())


def test_every_document_is_that_of_a_run_on_its_own(tiny: Course, workers: Workers) -> None:
    """Whether a module is right, hangs, raises, changes its input or remembers what it was asked."""
    in_a_row = graded_in_a_row(tiny, workers, list(WORK.values()))

    for (name, text), document in zip(WORK.items(), in_a_row, strict=True):
        with Workers(tiny.limits, launcher=workers.launcher) as own:
            alone = grade(tiny, submission(text), own, tiny.exercises[:1])
        assert msgspec.to_builtins(replace_label(document)) == msgspec.to_builtins(replace_label(alone)), name


def test_a_test_that_has_passed_on_the_same_replies_need_not_run(tiny_copy: Path, workers: Workers) -> None:
    """The first module shows what the test asks, and the second what it passes on."""
    noted = tiny_copy / "noted"
    test_file = tiny_copy / "tests" / "public" / "test_ex01_total.py"
    body = "answer = learner.total([1.5, 2.0])"
    text = test_file.read_text(encoding="utf-8")
    test_file.write_text(text.replace(body, f"{body}\n    open({str(noted)!r}, 'a').write('ran ')"), encoding="utf-8")
    texts = [WORK["right"], WORK["right again"], WORK["right at last"], WORK["right"]]

    documents = graded_in_a_row(load_course(tiny_copy), workers, texts)

    assert [document.exercises[0].status for document in documents] == ["passed"] * 4
    assert noted.read_text(encoding="utf-8") == "ran ran "


def test_a_test_that_looks_at_the_text_runs_every_time(tiny_copy: Path, workers: Workers) -> None:
    """The same replies say nothing of how they were computed."""
    test_file = tiny_copy / "tests" / "public" / "test_ex01_total.py"
    rule = "\n    expect(learner).uses_nothing_from('math', functions=('total',))\n"
    test_file.write_text(test_file.read_text(encoding="utf-8") + rule, encoding="utf-8")
    ruled_out = "import math\n\n\ndef total(numbers):\n    return math.fsum(numbers)\n"

    documents = graded_in_a_row(load_course(tiny_copy), workers, [*[WORK["right again"]] * 3, ruled_out])

    assert [document.exercises[0].status for document in documents] == ["passed", "passed", "passed", "failed"]


def test_a_test_that_cannot_be_set_up_is_a_fault(tiny_copy: Path, workers: Workers) -> None:
    """A task must not pass because a test of it never ran."""
    from grader.pipe.errors import GraderFault

    test_file = tiny_copy / "tests" / "public" / "test_ex01_total.py"
    text = test_file.read_text(encoding="utf-8")
    test_file.write_text(text.replace("learner: Learner", "learner: Learner, nobody: object"), encoding="utf-8")

    with pytest.raises(GraderFault, match="nobody"):
        graded_in_a_row(load_course(tiny_copy), workers, [WORK["right"]])
