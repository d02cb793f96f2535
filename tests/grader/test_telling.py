"""What a report says: each thing once, and the same in every form."""

import dataclasses
import io
from pathlib import Path
from typing import Any

import msgspec
import pytest
from rich.console import Console

from grader.course.file import Course, load_course
from grader.report.html import page
from grader.report.markdown import as_markdown
from grader.report.next_step import next_step
from grader.report.telling import TaskTelling, Telling, tell, tell_task
from grader.report.terminal import print_report
from grader.result.document import Document, ExerciseRow, FailureRow, Provenance, Status, SubmissionKind, TaskRow
from grader.result.evidence import Curve, Fit
from tests.grader.conftest import TINY

KINDS: tuple[SubmissionKind, ...] = ("folder", "module", "notebook", "kernel")
STATUSES: tuple[Status, ...] = ("failed", "not_attempted")
GOLDEN = Path(__file__).parent / "golden"
EXACT = tuple(1000 * 0.7**epoch for epoch in range(12))
FLAT = Curve.of("12 epochs", (1000.0,) * 12, EXACT)
LINE = Fit.of([1, 2], [], [3, 4], [5, 6])


def failure(**fields: Any) -> FailureRow:
    """A failing test: `running` returned the wrong numbers, by a known mistake."""
    known = {"misconception": "itself", "diagnosis": "Nothing is added.", "advice": "Keep a sum."}
    shown = {"called": "running([1.0, 2.0])", "returned": "[1.0, 2.0]", "expected": "[1.0, 3.0]"}
    row = {"test": "test_it", "kind": "mismatch", "requirement": "Item i is a sum.", "message": "Item 1 differs."}
    return FailureRow(**(row | shown | known | fields))


COURSE = load_course(TINY)
# another call, of which nobody knows why it fails
UNKNOWN: dict[str, Any] = {"called": "last([2.0])", "misconception": None, "diagnosis": None, "advice": None}


def document(
    *failures: FailureRow, kind: SubmissionKind = "folder", status: Status = "failed", output: str = ""
) -> Document:
    """A document in which the two tasks of the second exercise fail, each with one of these."""
    named = (("totals", "Every total on the way", 4), ("last", "The last total", 2))
    tasks = tuple(
        TaskRow(name, title, "error" if status == "error" else "failed", 0, points, (one,), output)
        for (name, title, points), one in zip(named, failures, strict=False)
    )
    first = ExerciseRow("ex01_total", "The total", "passed", 4, 4, 0.0, None, "", ())
    second = ExerciseRow("ex02_running", "Running totals", status, 0, 6, 0.0, None, "hello\n", tasks)
    provenance = Provenance(
        submission_kind=kind, submission_sha256="", course_sha256="", grader="", torch="", python="", time=""
    )
    return Document(
        course="tiny",
        version="1",
        language="en",
        submission="work.ipynb" if kind == "notebook" else "work",
        provenance=provenance,
        tests=("public", "hidden"),
        salt="",
        isolation="process-only",
        layers=(),
        points=4,
        max_points=10,
        seconds=0.0,
        exercises=(first, second),
    )


def told(course: Course, *failures: FailureRow, **graded: Any) -> tuple[TaskTelling, ...]:
    """What is said of both tasks."""
    (exercise,) = tell(document(*failures, **graded), course).exercises
    return exercise.tasks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (failure(), failure()),
        (
            failure(kind="exception", called="running([1.0])", returned="IndexError: 1 is too much\nline 3"),
            failure(kind="exception", called="last([2.0])", returned="IndexError: 20 is too much\nline 3"),
        ),
    ],
    ids=["the same call", "an exception on the same line"],
)
def test_the_same_way_of_failing_is_shown_once(one: FailureRow, other: FailureRow, tiny: Course) -> None:
    """The second time a sentence stands in place of the evidence, the mistake and the command."""
    first, second = told(tiny, one, other)

    assert (bool(first.repeated), bool(first.evidence)) == (False, True)
    assert second.repeated
    assert (second.evidence, second.message, second.why, second.hint) == ((), "", None, "")


def test_failures_without_a_call_are_never_the_same(tiny: Course) -> None:
    """Of hidden tests a report may show nothing that could be compared."""
    hidden = UNKNOWN | {"called": "", "returned": "", "expected": ""}

    assert [task.repeated for task in told(tiny, failure(**hidden), failure(**hidden))] == ["", ""]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (failure(), failure(called="last([2.0])")),
        (failure(), failure(called="last([2.0])", misconception="another", advice="Keep it.")),
        (
            failure(misconception="itself+short", diagnosis="There are two mistakes."),
            failure(called="last([2.0])", misconception="short", diagnosis="The list is short."),
        ),
    ],
    ids=["the same mistake", "another one in the same words", "one of two that were named"],
)
def test_a_cause_that_was_told_takes_one_line(one: FailureRow, other: FailureRow, tiny: Course) -> None:
    """What was asked stays, and the task is named that tells the cause."""
    first, second = told(tiny, one, other)

    assert first.why is not None
    assert (second.requirement, second.repeated) == ("Item i is a sum.", "The same cause as in totals above.")
    assert (second.evidence, second.message, second.why, second.hint) == ((), "", None, "")


@pytest.mark.parametrize(
    "other",
    [
        failure(**UNKNOWN),
        failure(misconception="itself+short", diagnosis="There are two mistakes."),
    ],
    ids=["nobody knows the cause", "there is one more"],
)
def test_what_may_have_another_cause_is_told_in_full(other: FailureRow, tiny: Course) -> None:
    """The task above does not explain it."""
    _first, second = told(tiny, failure(), other)

    assert (second.repeated, bool(second.evidence)) == ("", True)


def test_a_function_that_is_missing_is_told_once(tiny: Course) -> None:
    """All its tasks lack it."""
    nothing = UNKNOWN | {"called": "", "returned": "", "expected": ""}
    missing = failure(kind="contract", message="There is no function running.", **nothing)

    assert [bool(task.repeated) for task in told(tiny, missing, missing, status="error")] == [False, True]


def test_files_that_are_missing_are_told_together(tiny: Course) -> None:
    """A single one is told as every exercise of which nothing can be judged."""
    rows = [
        msgspec.structs.replace(
            row, status="error", message=f"There is no file {row.name}.py. There is: sums.py.", tasks=()
        )
        for row in document().exercises
    ]
    both = tell(msgspec.structs.replace(document(), exercises=tuple(rows)), tiny)
    one = tell(msgspec.structs.replace(document(), exercises=tuple(rows[:1])), tiny)

    assert both.missing == "There are no files ex01_total.py, ex02_running.py. There is: sums.py."
    assert (both.exercises, one.missing, len(one.exercises)) == ((), "", 1)


def test_prints_belong_to_the_call_that_is_shown(tiny: Course) -> None:
    """Those of a call that is not shown are left out, and the same ones are shown once."""
    first, second = told(tiny, failure(), failure(**UNKNOWN), output="summing\n")
    _shown, not_shown = told(tiny, failure(), failure(called="last([2.0])"), output="summing\n")

    assert [one.printed for one in (first, second, not_shown)] == ["summing\n", "", ""]


def test_prints_that_are_what_came_back_stand_there_alone(tiny: Course) -> None:
    """A log that is judged is shown beside the one that is expected."""
    log = failure(returned="printed = ['1/2 loss = 3.00000', '2/2 loss = 1.00000']")

    assert told(tiny, log, output="1/2 loss = 3.00000\n2/2 loss = 1.00000\n")[0].printed == ""


def test_a_picture_is_shown_once(tiny: Course) -> None:
    """Tasks of one exercise often share a training."""
    first, second = told(tiny, failure(curve=FLAT, fit=LINE), failure(curve=FLAT, fit=LINE, **UNKNOWN))

    assert (first.curve, first.fit) == (FLAT, LINE)
    assert (second.curve, second.fit) == (None, None)


def test_a_task_that_stands_alone_tells_everything(tiny: Course) -> None:
    """A host's row for it cannot point to the row above."""
    rows = document(failure(), failure()).exercises[1].tasks
    alone = tell_task(tiny, "ex02_running", rows[1])

    assert alone is not None
    assert alone.evidence
    assert (alone.repeated, alone.why is not None, alone.hint) == ("", True, "python -m grader hint ex02_running.last")


def test_a_task_without_a_failure_tells_nothing(tiny: Course) -> None:
    """There is nothing to show of it."""
    assert tell_task(tiny, "ex01_total", TaskRow("sum", "The sum", "passed", 4, 4)) is None


def test_a_broken_rule_is_shown_before_a_wrong_result(tiny: Course) -> None:
    """It explains the rest."""
    row = TaskRow("last", "The last total", "failed", 0, 2, (failure(), failure(kind="rule", called="uses sum()")))
    telling = tell_task(tiny, "ex02_running", row)

    assert telling is not None
    assert telling.evidence[0].text == "uses sum()"


def test_details_are_of_the_exercises_that_were_asked_for(tiny: Course) -> None:
    """The ladder lists all the same."""
    telling = tell(document(failure()), tiny, details=["ex01_total"])

    assert [row.name for row in telling.ladder] == ["ex01_total", "ex02_running"]
    assert telling.exercises == ()


@pytest.mark.parametrize(
    ("kind", "command"),
    [
        ("folder", "python -m grader ex02_running"),
        ("module", "python -m grader ex02_running"),
        ("notebook", "python -m grader ex02_running -s work.ipynb"),
        ("kernel", ""),
    ],
)
@pytest.mark.parametrize("status", ["failed", "not_attempted"])
def test_the_next_step_fits_what_was_graded(kind: SubmissionKind, status: Status, command: str) -> None:
    """In a kernel there is no command to type."""
    graded = document(kind=kind, status=status)

    assert next_step(graded, COURSE, graded.exercises).command == command


def test_what_to_do_differs_for_what_was_not_attempted() -> None:
    """Reading comes before writing."""
    sentences = {
        next_step(graded, COURSE, graded.exercises).sentence
        for graded in (document(kind=kind, status=status) for kind in KINDS for status in STATUSES)
    }

    assert len(sentences) == 6  # a folder's and a module's are the same


def test_public_tests_alone_are_not_all() -> None:
    """Nobody shall think to be done."""
    passed = msgspec.structs.replace(document(), exercises=document().exercises[:1])
    public = msgspec.structs.replace(passed, tests=("public",))

    assert next_step(passed, COURSE, passed.exercises) != next_step(public, COURSE, public.exercises)


@pytest.mark.parametrize(("label", "command"), [(str(TINY), "python -m grader ex02_running"), ("work", "")])
def test_after_one_exercise_the_next_open_page_is_named(label: str, command: str) -> None:
    """To the learner; not to somebody who grades another folder."""
    first, second = document().exercises
    rows = (msgspec.structs.replace(first, status="passed"), msgspec.structs.replace(second, status="not_judged"))
    graded = msgspec.structs.replace(document(), submission=label, exercises=rows)

    assert next_step(graded, COURSE, rows[:1]).command == command


def test_the_end_of_a_course_says_what_was_built() -> None:
    """In the course's own words."""
    rows = tuple(msgspec.structs.replace(row, status="passed") for row in document().exercises)
    graded = msgspec.structs.replace(document(), exercises=rows)
    course = dataclasses.replace(COURSE, finish="A total, twice.")

    assert next_step(graded, course, rows).sentence.endswith("A total, twice.")


# ---- every form of one telling ----


def as_text(telling: Telling) -> str:
    """The terminal's report without colours."""
    stream = io.StringIO()
    print_report(telling, Console(file=stream, width=100, highlight=False, soft_wrap=True, color_system=None))
    return stream.getvalue()


@pytest.mark.parametrize("form", ["txt", "md"])
def test_a_report_reads_as_it_should(form: str, tiny: Course, request: pytest.FixtureRequest) -> None:
    """With everything that a report can hold, compared with a golden text that a person has read."""
    graded = document(failure(curve=FLAT), failure(curve=FLAT))
    telling = tell(graded, tiny, notes=("Two notebooks define ex02_running; work.ipynb is the newer one.",))
    text = as_text(telling) if form == "txt" else as_markdown(telling)
    golden = GOLDEN / f"everything.{form}"
    if request.config.getoption("--update-golden"):
        golden.write_text(text, encoding="utf-8")

    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("render", [as_text, as_markdown, page])
@pytest.mark.parametrize("once", ["Nothing is added.", "[1.0, 3.0]", "in the same way as above", "12 epochs"])
def test_no_form_says_a_thing_twice(render: Any, once: str, tiny: Course) -> None:
    """The mistake, the evidence, the picture, and that the second task shows nothing else."""
    assert render(tell(document(failure(curve=FLAT), failure(curve=FLAT)), tiny)).count(once) == 1
