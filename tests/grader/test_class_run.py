"""A class graded by warm judges: the same marks as alone, each unit once, and no unit that costs the class."""

import csv
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from grader.cohort.judge_process import Fault, Graded
from grader.cohort.judges import JudgeEnded
from grader.cohort.panel import Panel, Pending
from grader.cohort.run import ClassRun
from grader.cohort.store import NAME, Store, StoreError, locked
from grader.cohort.units import Settings, Unit, fingerprints
from grader.course.file import Course, load_course
from grader.judge.run import grade
from grader.pipe.pool import Workers
from grader.submission.finding import read_submission
from tests.grader.classes import RIGHT, STUB, WORK, run_class, write_class
from tests.grader.conftest import TINY

ROOT = Path(__file__).resolve().parents[2]
NEVER_ALIKE = ("seconds", "submission", "time")


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, ClassRun]:
    """A class of all kinds of work, graded once: the submissions, what was written, and what the run came to."""
    folder = tmp_path_factory.mktemp("class")
    submissions = write_class(folder / "submissions", WORK)
    return submissions, folder / "out", run_class(load_course(TINY), submissions, folder / "out")


def documents(out: Path) -> dict[str, Any]:
    """The documents by student."""
    found = map(json.loads, (out / "results.jsonl").read_text(encoding="utf-8").splitlines())
    return {document["submission"]: document for document in found}


def gradebook(out: Path) -> dict[str, dict[str, str]]:
    """The gradebook's rows by student."""
    with (out / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def without_times(document: Any) -> Any:
    """A document without what no two runs share."""
    if isinstance(document, dict):
        return {key: without_times(value) for key, value in document.items() if key not in NEVER_ALIKE}
    return [without_times(one) for one in document] if isinstance(document, list) else document


def test_every_document_is_that_of_grading_alone(
    graded: tuple[Path, Path, ClassRun], tiny: Course, workers: Workers
) -> None:
    """Times aside: marks, messages, evidence and diagnoses."""
    import msgspec

    submissions, out, _run = graded
    found = documents(out)

    for student in WORK:
        with Workers(tiny.limits, launcher=workers.launcher) as own:
            alone = grade(tiny, read_submission(tiny, submissions / student), own, feedback="brief")
        assert without_times(found[student]) == without_times(json.loads(msgspec.json.encode(alone))), student


def test_the_gradebook_tells_ways_of_losing_points_apart(graded: tuple[Path, Path, ClassRun]) -> None:
    """A crash, a hang, a stub and a wrong answer are not one and the same 0."""
    rows = gradebook(graded[1])

    assert {student: (row["total"], row["status"]) for student, row in rows.items()} == {
        "counts": ("6", "failed"),
        "crash": ("6", "error"),
        "hang": ("0", "error"),
        "likewise": ("10", "passed"),
        "mean": ("0", "failed"),
        "notebook": ("0", "failed"),
        "right": ("10", "passed"),
        "stub": ("0", "not attempted"),
        "syntax": ("0", "error"),
        "김하늘": ("0", "failed"),
    }


def test_the_second_run_grades_nothing_and_writes_the_same(graded: tuple[Path, Path, ClassRun], tiny: Course) -> None:
    """Everything is stored."""
    submissions, out, first = graded
    before = (out / "gradebook.csv").read_bytes()

    assert run_class(tiny, submissions, out).graded == 0
    assert first.graded > 0
    assert (out / "gradebook.csv").read_bytes() == before


def test_a_change_to_one_exercise_grades_only_that_one_again(tiny_copy: Path, tmp_path: Path) -> None:
    """Its tests are part of its results' keys, and of no other's; and the same bytes are graded once."""
    twice = {"kim": {"ex01_total.py": RIGHT}, "lee": {"ex01_total.py": RIGHT}, "min": {"ex02_running.py": STUB}}
    submissions = write_class(tmp_path / "submissions", twice)
    first = run_class(load_course(tiny_copy), submissions, tmp_path / "out")
    test_file = tiny_copy / "tests" / "public" / "test_ex02_running.py"
    test_file.write_text(test_file.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    second = run_class(load_course(tiny_copy), submissions, tmp_path / "out")

    # two modules and, of each exercise, the same sentence that there is no file
    assert (first.graded, second.graded) == (4, 2)


@pytest.mark.parametrize("name", ["tests/hidden/test_{}.py", "tests/edits/{}.toml", "tests/misconceptions/{}/new.py"])
def test_a_result_is_stored_under_whatever_decides_it(name: str, tiny_copy: Path) -> None:
    """Tests, and what diagnoses are made from: another text makes another key, for this exercise alone."""
    course, settings = load_course(tiny_copy), Settings()
    before = fingerprints(course, settings)
    path = tiny_copy / name.format("ex01_total")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# another text\n", encoding="utf-8")
    after = fingerprints(course, settings)

    assert [exercise for exercise in before if before[exercise] != after[exercise]] == ["ex01_total"]


class DyingJudge:
    """A judge that dies of one unit whenever it is asked, and of another once."""

    deaths: list[str]

    def __init__(self, deaths: list[str]) -> None:
        self.deaths = deaths

    def grade(self, unit: Unit) -> Graded | Fault:
        """Die, or not."""
        if unit.filename == "deadly" or (unit.filename == "unlucky" and "unlucky" not in self.deaths):
            self.deaths.append(unit.filename)
            raise JudgeEnded("ended with status -9")
        return Graded(b"", b"", "", 0.0, 0.0)

    def end(self) -> None:
        """Nothing to end."""


def test_a_judge_that_dies_is_replaced_and_its_unit_tried_once_more() -> None:
    """Then it is not judged, with the reason, and the run goes on."""
    deaths: list[str] = []
    names = ("fine", "deadly", "unlucky", "fine too")
    work = [Pending(name, name, "ex01_total", name) for name in names]
    panel = Panel(lambda: DyingJudge(deaths), 2)
    ended = panel.grade(work, lambda pending: Unit(pending.exercise, pending.key))
    outcomes = {one.pending.key: one.outcome for one in ended}

    assert deaths.count("deadly") == 2
    assert outcomes["deadly"] == Fault("the judge ended with status -9")
    assert all(isinstance(outcomes[name], Graded) for name in names if name != "deadly")


# ---- the database ----


def test_two_runs_do_not_share_a_folder(tmp_path: Path) -> None:
    """The second says so and leaves."""
    with locked(tmp_path), pytest.raises(StoreError, match="another run is grading into this folder"), locked(tmp_path):
        pass


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ("UPDATE", "was written by a newer grader"),
        ("garbage", "cannot be used"),
        ("hole", "is damaged"),
    ],
)
def test_a_database_that_cannot_be_used_is_left_as_it_is(tmp_path: Path, damage: str, sentence: str) -> None:
    """One sentence says so."""
    path = tmp_path / NAME
    with closing(Store(tmp_path)) as store:
        store.keep_reading("files", b"x" * 50_000, {"digest": Unit("ex01_total", content=RIGHT)})
    if damage == "UPDATE":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA user_version = 99")
    elif damage == "garbage":
        path.write_bytes(b"no database at all\n" * 100)
    else:
        content = bytearray(path.read_bytes())
        content[4096:12288] = bytes(8192)
        path.write_bytes(content)
    before = path.read_bytes()

    with pytest.raises(StoreError, match=sentence):
        Store(tmp_path)
    assert path.read_bytes() == before


def start(submissions: Path, out: Path) -> "subprocess.Popen[bytes]":
    """A run in a process of its own."""
    command = [sys.executable, "-m", "grader", "class", str(submissions), "--out", str(out), "--course", str(TINY)]
    return subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def stored(out: Path) -> dict[str, str]:
    """When each result was stored."""
    if not (out / NAME).exists():
        return {}
    with closing(sqlite3.connect(f"file:{out / NAME}?mode=ro", uri=True)) as connection:
        try:
            return dict(connection.execute("SELECT key, stored FROM result"))
        except sqlite3.OperationalError:  # killed before there were tables
            return {}


def kill_and_resume(folder: Path, kills: int, students: int) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """Kill a run with -9 as often as asked, each time a little later; yields what was stored before and after."""
    work = {
        f"s{number}": {"ex01_total.py": RIGHT + f"# {number}\n".encode(), "ex02_running.py": b"# \xea\xb9\x80\n"}
        for number in range(students)
    }
    submissions = write_class(folder / "submissions", work)
    before: dict[str, str] = {}
    for kill in range(kills):
        run = start(submissions, folder / "out")
        # a moment that depends on how far the run is, for that is what machines share
        wanted = len(before) + (kill % 3)
        until = time.monotonic() + 60
        while len(stored(folder / "out")) < wanted and run.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.03 * (kill * 7 % 11))
        run.send_signal(signal.SIGKILL)
        run.communicate()
        after = stored(folder / "out")
        yield before, after
        before = after
    run = start(submissions, folder / "out")
    _out, errors = run.communicate(timeout=300)
    assert run.returncode == 0, errors
    yield before, stored(folder / "out")


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_killed_at_any_moment_and_resumed_the_gradebook_is_the_same(tmp_path: Path) -> None:
    """To the byte; and what was stored is neither lost nor graded again."""
    kills, students = int(os.environ.get("CLASS_KILLS", "2")), int(os.environ.get("CLASS_STUDENTS", "6"))
    for before, after in kill_and_resume(tmp_path, kills, students):
        assert before.items() <= after.items()
    shutil.move(tmp_path / "out", tmp_path / "killed")
    undisturbed = start(tmp_path / "submissions", tmp_path / "out")
    undisturbed.communicate(timeout=300)

    assert len(stored(tmp_path / "killed")) == students + 1
    assert (tmp_path / "killed" / "gradebook.csv").read_bytes() == (tmp_path / "out" / "gradebook.csv").read_bytes()
