"""What each host reads, made from a document."""

import base64
import dataclasses
import json
import sys
from pathlib import Path

import msgspec
import pytest

import grader.hosts
from grader.bundle import make_bundle
from grader.course.file import Course
from grader.hosts import find_host, host_names
from grader.hosts.actions import MOST_ANNOTATIONS, annotations
from grader.hosts.classroom import runner_ids
from grader.hosts.shared.host import Graded
from grader.report.markdown import as_markdown
from grader.report.telling import tell
from grader.result.document import Document
from tests.grader.commands import Run, in_process
from tests.grader.conftest import TINY, Grade

RIGHT_1 = (TINY / "solutions" / "ex01_total.py").read_text()
RIGHT_2 = (TINY / "solutions" / "ex02_running.py").read_text()


def many_failures(document: Document, count: int) -> Document:
    """A document with one failing task in each of `count` exercises."""
    row = document.exercises[0]
    rows = tuple(msgspec.structs.replace(row, name=f"ex{number:02}_total") for number in range(1, count + 1))
    return msgspec.structs.replace(document, exercises=rows)


def test_no_more_annotations_than_github_shows(grade_text: Grade, tiny: Course) -> None:
    """A file that cannot be read comes before a wrong result."""
    wrong = grade_text("def total(numbers):\n    return 0.0\n", RIGHT_2)
    broken = grade_text("def total(numbers)\n    return 0.0\n", RIGHT_2)
    last = msgspec.structs.replace(broken.exercises[0], name="ex99_total")
    document = many_failures(wrong, 30)
    document = msgspec.structs.replace(document, exercises=(*document.exercises, last))
    found = annotations(document, tiny)

    assert len(found) == MOST_ANNOTATIONS
    assert found[-1].exercise == "ex99_total"
    assert (found[-1].line, found[0].line) == (1, 1)


def test_every_exercise_is_annotated_before_one_twice(grade_text: Grade, tiny: Course) -> None:
    """And a file that cannot be imported once, for all its tasks."""
    two_tasks = grade_text(RIGHT_1, "def running(n):\n    return [0.0]\n\n\ndef last(n):\n    return 0.0\n").exercises[
        1
    ]
    document = grade_text("import pandas\n", RIGHT_2)
    rows = tuple(msgspec.structs.replace(two_tasks, name=f"ex{number:02}_running") for number in range(2, 10))
    found = annotations(msgspec.structs.replace(document, exercises=(document.exercises[0], *rows)), tiny)

    assert len(found) == MOST_ANNOTATIONS
    assert len({one.exercise for one in found}) == 9


def test_a_missing_file_has_no_line(
    grade_text: Grade, tiny: Course, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The annotation stands on no file."""
    document = grade_text(ex02=RIGHT_2)
    find_host("actions").deliver(Graded(document, tiny, tmp_path / "work"))

    assert capsys.readouterr().out == "::error title=ex01_total::There is no file ex01_total.py.\n"


def test_runners_are_letters_and_digits(tiny: Course) -> None:
    """And no two are alike, even where their tasks' names differ in an underscore only."""
    task = tiny.exercises[0].tasks[0]
    alike = tuple(msgspec.structs.replace(task, id=name) for name in ("a_b", "ab", "ab2", "a_b_"))
    exercise = msgspec.structs.replace(tiny.exercises[0], tasks=alike)
    names = list(runner_ids(dataclasses.replace(tiny, exercises=(exercise,))).values())

    assert len(set(names)) == 4
    assert all(name.isalnum() and name.islower() for name in names)


def test_classrooms_outputs_fit_into_an_environment_variable(
    grade_text: Grade, tiny: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Linux takes 128 KiB, however long an exception's text is."""
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "output"))
    long = "def total(numbers):\n    raise ValueError('long\\n' * 10_000)\n"
    find_host("classroom").deliver(Graded(grade_text(long, RIGHT_2), tiny, tmp_path))
    first, *_rest = (tmp_path / "output").read_text().splitlines()
    (test,) = json.loads(base64.b64decode(first.partition("=")[2]))["tests"]

    assert len(first) < 20_000
    assert "| called    total(numbers)" in test["test_code"]


def test_a_page_has_an_end(grade_text: Grade, tiny: Course) -> None:
    """What found no room on it is named."""
    document = many_failures(grade_text("def total(numbers):\n    return 0.0\n", RIGHT_2), 90)
    page = as_markdown(tell(document, tiny), most=12_000)

    assert len(page) < 13_000
    assert page.rstrip().endswith("ex90_total.")


def test_hosts_show_little_of_hidden_tests_unless_asked(tmp_path: Path, run_here: Run) -> None:
    """Brief is their default; a flag decides otherwise."""
    (tmp_path / "ex01_total.py").write_text("def total(numbers):\n    return 3.5\n")

    def called(*options: str) -> str:
        run_here("run", "-s", tmp_path, "--json", tmp_path / "document.json", *options)
        document = json.loads((tmp_path / "document.json").read_text())
        return str(document["exercises"][0]["tasks"][0]["failures"][0]["called"])

    assert called("--host", "classroom50") == ""
    assert called("--host", "classroom50", "--feedback", "full") != ""
    assert called() != ""


@pytest.mark.parametrize("name", host_names())
def test_every_file_of_the_folder_is_a_host(name: str) -> None:
    """With a sentence for the learners' README."""
    assert find_host(name).readme


NEW_HOST = """
from pathlib import PurePosixPath
from grader.hosts.shared.host import Autograder, Host

HOST = Host(
    deliver=lambda graded: (graded.folder / "points.txt").write_text(str(graded.document.points)),
    readme="Send a pigeon.",
    handout=lambda course: {PurePosixPath("seeds.txt"): course.title.encode()},
    autograder=Autograder(lambda parts: parts.graded),
)
"""


def test_a_new_host_is_one_file(
    grade_text: Grade, tiny: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It delivers, hands out and grades, and nothing else names it."""
    (tmp_path / "hosts").mkdir()
    (tmp_path / "hosts" / "pigeon.py").write_text(NEW_HOST)
    monkeypatch.setattr(grader.hosts, "__path__", [*grader.hosts.__path__, str(tmp_path / "hosts")])
    monkeypatch.delitem(sys.modules, "grader.hosts.pigeon", raising=False)
    made = make_bundle(tiny, tmp_path / "out", "pigeon")
    find_host("pigeon").deliver(Graded(grade_text(RIGHT_1, RIGHT_2), tiny, tmp_path, folder=tmp_path))

    assert "pigeon" in host_names()
    assert "Send a pigeon." in (made.learners / "README.md").read_text()
    assert (made.learners / "seeds.txt").read_text() == "A tiny course"
    assert made.autograder is not None
    assert (made.autograder / "tests" / "hidden" / "test_ex01_total.py").is_file()
    assert (tmp_path / "points.txt").read_text() == "10"


def test_marks_for_practice_are_said_to_be(grade_text: Grade, tiny: Course) -> None:
    """Where no full isolation held the work."""
    document = msgspec.structs.replace(grade_text(RIGHT_1, RIGHT_2), isolation="process-only")

    telling = tell(document, tiny)

    assert telling.practice
    assert telling.practice in as_markdown(telling)


def test_a_host_lists_the_whole_course() -> None:
    """One exercise would be told as if all others had failed."""
    done = in_process("run", "1", "--host", "actions")

    assert done.returncode == 2
    assert done.stderr == "grader: a host's files list the whole course: leave the exercises out, or --host\n"


@pytest.mark.parametrize(("host", "name"), [("gradescope", "results.json"), ("classroom50", "result.json")])
def test_no_result_of_an_earlier_run_is_left(host: str, name: str, tmp_path: Path, run_here: Run) -> None:
    """Where the submission cannot be read, a host must not find the marks of somebody else."""
    (tmp_path / name).write_text("full marks")
    done = run_here("run", "--host", host, "-s", tmp_path / "nothing", "--host-files", tmp_path)

    assert (done.returncode, (tmp_path / name).exists()) == (2, False)
