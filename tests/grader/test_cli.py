"""The command line: what it prints, writes and exits with.

As a process where the process matters, else in this one, which saves a start for each, and a start of torch.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.pipe.launcher import can_fork
from tests.grader.commands import ROOT, TINY, Run, grader, in_process


def test_right_work_exits_with_zero() -> None:
    """And says so."""
    done = grader("-s", TINY / "solutions")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("All tests passed.\n")


def test_unfinished_work_exits_with_one() -> None:
    """And says what to do first."""
    done = grader()

    assert done.returncode == 1
    assert "Next: read exercises/ex01_total.md" in done.stdout


def test_exit_zero_is_for_scripts(run_here: Run) -> None:
    """The report is the same."""
    assert run_here("--exit-zero").returncode == 0


def test_one_exercise_is_enough(run_here: Run) -> None:
    """By number; the other one is not shown."""
    done = run_here("run", "1", "-s", TINY / "solutions")

    assert done.returncode == 0
    assert "ex02_running" not in done.stdout


def test_one_module_is_a_submission(run_here: Run) -> None:
    """The exercise is known by the file's name."""
    done = run_here("-s", TINY / "solutions" / "ex02_running.py")

    assert done.returncode == 0
    assert "ex01_total" not in done.stdout


def test_the_document_lists_every_task_even_if_one_exercise_was_asked_for(tmp_path: Path, run_here: Run) -> None:
    """Format 1, readable by anyone."""
    run_here("1", "-s", TINY / "solutions", "--json", tmp_path / "result.json")
    document = json.loads((tmp_path / "result.json").read_text())

    assert list(document)[:3] == ["format", "course", "version"]
    assert [(row["name"], row["status"]) for row in document["exercises"]] == [
        ("ex01_total", "passed"),
        ("ex02_running", "not_judged"),
    ]
    assert [task["id"] for row in document["exercises"] for task in row["tasks"]] == ["sum", "totals", "last"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-s", "nowhere"], "nowhere: there is no such file or folder"),
        (["-s", str(TINY / "tests")], "there is no exercise here"),
        (["-s", str(ROOT / "pyproject.toml")], "not an exercise of this course"),
        (["-s", str(ROOT / "grader")], "there is no exercise here"),
        (["tootal"], "no exercise matches 'tootal'; did you mean: ex01_total?"),
        (["--lang", "xx"], "there are no messages in 'xx'; choose one of: en"),
        (["--course", "nowhere"], "there is no exercises/course.toml"),
        (["hint", "1.nothing"], "ex01_total has no task 'nothing'; its tasks are: sum"),
        (["2", "-s", str(TINY / "solutions" / "ex01_total.py")], "this is ex01_total, but you asked for ex02_running"),
        (["--nonsense"], "No such option"),
    ],
)
def test_wrong_usage_is_one_line_and_two(arguments: list[str], said: str) -> None:
    """One sentence that says what is wrong, and exit status 2."""
    done = in_process(*arguments)

    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_broken_course_is_told_with_file_and_key(tiny_copy: Path) -> None:
    """Exit status 2: whoever wrote course.toml can mend it."""
    path = tiny_copy / "exercises" / "course.toml"
    path.write_text(path.read_text().replace("points = 2", 'points = "two"'))
    done = in_process("--course", tiny_copy)

    assert done.returncode == 2
    assert "exercise ex02_running, task last, key points" in done.stderr


def test_a_broken_test_is_a_fault_of_ours(tiny_copy: Path) -> None:
    """The learner loses nothing without being told whose fault it is."""
    (tiny_copy / "tests" / "hidden" / "test_ex01_total.py").write_text("import nothing_like_this\n")
    done = grader("--course", tiny_copy, "-s", tiny_copy / "solutions")

    assert done.returncode == 3
    assert "nothing_like_this" in done.stderr


def test_a_test_that_raises_is_not_judged(tiny_copy: Path, run_here: Run) -> None:
    """And the report says that it is not the learner's doing."""
    path = tiny_copy / "tests" / "hidden" / "test_ex01_total.py"
    path.write_text(path.read_text().replace("answer = learner.total(numbers)", "answer = 1 / 0"))
    done = run_here("--course", tiny_copy, "-s", tiny_copy / "solutions")

    assert done.returncode == 3
    assert "not judged" in done.stdout
    assert "this is not your doing" in done.stdout


def test_hints_go_up_a_ladder() -> None:
    """Each one says how to get the next, and the last one does not."""
    first, last = in_process("hint", "1.sum"), in_process("hint", "total", "3")

    assert "What is the total of no numbers?" in first.stdout
    assert "python -m grader hint ex01_total.sum 2" in first.stdout
    assert "Start at zero" in last.stdout
    assert "more:" not in last.stdout


def test_list_shows_tasks_and_points() -> None:
    """The whole course on one screen."""
    done = in_process("list")

    assert "ex02_running  Running totals  (6 points)" in done.stdout
    assert "10 points in all" in done.stdout


def test_reset_asks_first(tiny_copy: Path) -> None:
    """No means no, and yes keeps a backup."""
    path = tiny_copy / "exercises" / "ex01_total.py"
    path.write_text("work = 1\n")

    refused = in_process("reset", "1", "--course", tiny_copy, answer="n\n")
    assert (refused.returncode, path.read_text()) == (2, "work = 1\n")

    agreed = in_process("reset", "1", "--course", tiny_copy, answer="y\n")
    assert agreed.returncode == 0
    assert (tiny_copy / "exercises" / "ex01_total.backup-1.py").read_text() == "work = 1\n"


def test_sync_check_names_what_is_out_of_date(tiny_copy: Path) -> None:
    """And the command that repairs it."""
    (tiny_copy / "exercises" / "ex01_total.py").unlink()
    done = in_process("sync", "--check", "--course", tiny_copy)

    assert done.returncode == 1
    assert "ex01_total.py: out of date. Run: python -m grader sync" in done.stdout
    assert in_process("sync", "--course", tiny_copy).returncode == 0
    assert in_process("sync", "--check", "--course", tiny_copy).returncode == 0


def test_check_finds_what_is_wrong(tiny_copy: Path) -> None:
    """Unknown files, missing tests, wrong headings, a stub that is solved, an idle test."""
    (tiny_copy / "solutions" / "ex09_other.py").write_text("")
    (tiny_copy / "exercises" / "ex01_total.md").write_text("# 1\n\n### 1. `product`: multiply\n")
    (tiny_copy / "exercises" / "ex02_running.py").write_text((tiny_copy / "solutions" / "ex02_running.py").read_text())
    hidden = tiny_copy / "tests" / "hidden" / "test_ex01_total.py"
    idle = '@pytest.mark.task("sum")\ndef test_idle() -> None:\n    """Nothing."""\n'
    hidden.write_text(f"{hidden.read_text()}\n\n{idle}")
    done = grader("check", "--course", tiny_copy)

    assert done.returncode == 1
    for said in (
        "ex09_other.py",
        "no heading for the task sum; write a line like: ### 1. `sum`",
        "ex02_running.py: is passed",
        "test_idle: is idle",
    ):
        assert said in done.stdout


def test_a_learners_json_module_in_this_folder_is_not_ours(tmp_path: Path) -> None:
    """`python -m` puts the folder it is started in first on the path; the grader takes it off again."""
    for name in ("json", "msgspec", "pytest", "torch", "click", "numpy"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('shadowed')\n")
    (tmp_path / "ex01_total.py").write_text((TINY / "solutions" / "ex01_total.py").read_text())
    done = grader("1", "-s", ".", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_python_that_lacks_what_the_grader_needs_is_named(tmp_path: Path) -> None:
    """As one outside the environment that the course was installed in: a sentence, and no traceback."""
    command = [sys.executable, "-S", "-m", "grader"]  # without site-packages
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "Activate the environment" in done.stderr


def test_doctor_shows_what_holds_the_work() -> None:
    """Each layer, each attempt, and what that means for the marks."""
    done = grader("doctor")

    assert done.returncode == 0
    assert "isolation: full" in done.stdout or "Marks made here are for practice" in done.stdout


def test_without_isolation_the_marks_are_for_practice(tmp_path: Path) -> None:
    """The report and the document both say so."""
    done = grader("-s", TINY / "solutions", "--isolation", "off", "--json", tmp_path / "result.json")
    document = json.loads((tmp_path / "result.json").read_text())

    assert (document["isolation"], document["layers"]) == ("process-only", ["process"])
    assert "These marks are for practice." in done.stdout


def test_required_isolation_is_there_or_nothing_is_graded(tmp_path: Path) -> None:
    """A document that says "full", or exit status 3 and one sentence."""
    done = grader("-s", TINY / "solutions", "--isolation", "required", "--json", tmp_path / "result.json")

    if can_fork():
        assert json.loads((tmp_path / "result.json").read_text())["isolation"] == "full"
    else:
        assert (done.returncode, done.stdout) == (3, "")
        assert "grade on Linux" in done.stderr


def test_a_salt_may_be_any_bytes(tmp_path: Path) -> None:
    """What is no text is escaped, in the document too."""
    out = tmp_path / "result.json"
    done = grader("-s", TINY / "solutions", "--salt", "\udcff", "--json", out)

    assert (done.returncode, json.loads(out.read_text())["salt"]) == (0, "\\udcff")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_one_sentence() -> None:
    """And no traceback."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "grader", "list"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert (done.returncode, done.stderr.count(b"\n")) == (3, 1)


def test_a_second_submission_is_refused() -> None:
    """Instead of grading the last one alone."""
    done = in_process("-s", TINY / "solutions", "-s", TINY / "exercises")

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_no_file_of_an_earlier_run_is_left(tmp_path: Path, run_here: Run) -> None:
    """A submission that cannot be read has a document of its own, in which every task is an error."""
    out = tmp_path / "result.json"
    out.write_text("marks of somebody else")
    done = run_here("-s", tmp_path / "nothing", "--json", out)
    rows = json.loads(out.read_text())["exercises"]

    assert done.returncode == 2
    assert {row["status"] for row in rows} == {"error"}


@pytest.mark.parametrize("option", ["--json", "--html"])
def test_a_result_never_takes_the_place_of_work(tmp_path: Path, option: str) -> None:
    """A module named where a file for the result belongs stays as it is."""
    module = tmp_path / "ex01_total.py"
    module.write_text("mine")
    done = in_process("-s", module, option, module)

    assert (done.returncode, module.read_text()) == (2, "mine")


@pytest.mark.parametrize(
    ("word", "meant"), [("wacth", "python -m grader watch"), ("14", "numbered 1 to 2"), ("0", "numbered 1 to 2")]
)
def test_a_word_that_is_no_exercise_is_answered_with_what_was_meant(word: str, meant: str) -> None:
    """A command, or a number out of range."""
    done = in_process(word)

    assert (done.returncode, meant in done.stderr) == (2, True)


@pytest.mark.parametrize("words", [("exercises/ex01_total.py",), ("1-2",), ("./ex01_total.py", "ex02_running.md")])
def test_paths_and_ranges_are_exercises_too(words: tuple[str, ...], run_here: Run) -> None:
    """As completion and globs of a shell give them."""
    assert "ex01_total" in run_here(*words).stdout
