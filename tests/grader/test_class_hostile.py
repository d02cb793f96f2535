"""A class in which ten mean harm: the others' marks are what they were, and nothing of the harm is left."""

import csv
import os
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from grader.course.file import load_course
from grader.pipe.launcher import Launcher
from grader.pipe.limits import Limits
from tests.grader.classes import RIGHT, run_class, write_class
from tests.hostile.attempt import TINY, Attempt
from tests.hostile.corpus import all_attempts
from tests.hostile.traces import changes, listing

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Landlock and seccomp are Linux's")

SECRET = "the-secret-outside-of-everything"
HOSTILE = (
    *("leave/kill_itself", "leave/underscore_exit_while_imported", "hang/loop_while_imported", "reach/fork"),
    *("eat/prints_without_end", "lie/always_equal", "lie/escape_codes", "read/the_hidden_tests"),
    *("reach/kill_the_judge", "write/beside_the_tests"),
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The class, graded, after everything that could have been touched was found untouched."""
    with Launcher() as launcher:
        if launcher.isolation(Limits()).level != "full":
            pytest.skip("this kernel lacks Landlock or seccomp")
    folder = tmp_path_factory.mktemp("class")
    honest = {f"honest-{n}": {"ex01_total.py": RIGHT + f"# of {n}\n".encode()} for n in range(_honest())}
    submissions = write_class(folder / "submissions", honest)
    drop = folder / "drop"
    drop.mkdir()
    (drop / "secret.txt").write_text(SECRET, encoding="utf-8")
    places: defaultdict[str, str] = defaultdict(lambda: str(drop / "secret.txt"))
    for attempt in _attempts():
        work = submissions / attempt.name.replace("/", "-")
        work.mkdir()
        attempt.make(work, places)
    watched = (TINY, drop, submissions)
    before = {place: listing(place) for place in watched}
    processes = _processes()
    run_class(load_course(TINY), submissions, folder / "out")
    assert not [change for place in watched for change in changes(before[place], listing(place))]
    assert _processes() <= processes
    return folder / "out"


def _honest() -> int:
    return int(os.environ.get("CLASS_HONEST", "10"))


def _attempts() -> list[Attempt]:
    return [attempt for attempt in all_attempts() if attempt.name in HOSTILE]


def _processes() -> set[str]:
    """The processes of this machine that this one has started, directly or not."""
    children: dict[str, list[str]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = path.read_text().rpartition(")")[2].split()[1]
        except OSError:  # gone meanwhile
            continue
        children.setdefault(parent, []).append(path.parent.name)
    found, waiting = set(), [str(os.getpid())]
    while waiting:
        waiting += (new := children.get(waiting.pop(), []))
        found |= set(new)
    return found


def test_honest_work_has_its_marks(out: Path) -> None:
    """All of it, and whoever means harm has none."""
    with (out / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        points = {row["id"]: int(row["total"] or 0) for row in csv.DictReader(file)}

    assert len(points) == _honest() + len(HOSTILE)
    assert {student for student, earned in points.items() if earned} == {f"honest-{n}" for n in range(_honest())}


def test_no_secret_is_in_anything_that_was_written(out: Path) -> None:
    """Neither that of a file outside, nor a hidden test, nor an escape code."""
    texts = [path.read_bytes() for path in out.rglob("*") if path.is_file() and path.suffix != ".sqlite"]

    assert texts
    assert not [text for text in texts if SECRET.encode() in text or b"Exercise 1, hidden." in text or b"\x1b" in text]
