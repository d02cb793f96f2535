"""A class graded by a real Dask scheduler and real workers on the loopback interface."""

import json
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.cohort import cluster, remote
from grader.course.file import Course
from grader.pipe.errors import GraderFault
from tests.grader.classes import RIGHT, run_class, write_class
from tests.grader.dask_cluster import DaskCluster, free_port

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[DaskCluster]:
    """A cluster of two workers."""
    folder = tmp_path / "dask"
    folder.mkdir()
    found = DaskCluster(folder, 2)
    yield found
    found.close()


def class_of(folder: Path, students: int) -> Path:
    """A class in which everybody's module is another one."""
    work = {f"s{number}": {"ex01_total.py": RIGHT + f"# {number}\n".encode()} for number in range(students)}
    return write_class(folder / "submissions", work)


def test_a_worker_that_is_killed_costs_nothing(dask: DaskCluster, tiny: Course, tmp_path: Path) -> None:
    """Its unit is given to another one; everybody has their marks, and nothing is stored twice."""
    submissions, out = class_of(tmp_path, 40), tmp_path / "out"

    def kill_one_in_the_middle() -> None:
        until = time.monotonic() + 120
        while time.monotonic() < until and stored(out) < 8:
            time.sleep(0.05)
        dask.workers[0].send_signal(signal.SIGKILL)

    killer = threading.Thread(target=kill_one_in_the_middle)
    killer.start()
    run = run_class(tiny, submissions, out, scheduler=dask.address)  # storing one result twice would raise
    killer.join()

    documents = map(json.loads, (out / "results.jsonl").read_text(encoding="utf-8").splitlines())
    assert [document["points"] for document in documents] == [4] * 40
    assert (run.not_judged, dask.workers[0].wait()) == ({}, -signal.SIGKILL)


def stored(out: Path) -> int:
    """How many results there are."""
    import sqlite3
    from contextlib import closing

    path = out / "gradebook.sqlite"
    if not path.exists():
        return 0
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM result").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def test_a_worker_with_another_grader_is_refused(tiny: Course, tmp_path: Path) -> None:
    """With a sentence; its results would not be those of this machine."""
    other = "import grader.cohort.remote as r; r.about = lambda: {'grader': 'another', 'torch': '1.0'}"
    found = DaskCluster(tmp_path, 1, other)
    try:
        with pytest.raises(GraderFault, match=r"no worker that can be used \(.*its grader is another one"):
            run_class(tiny, class_of(tmp_path, 1), tmp_path / "out", scheduler=found.address)
    finally:
        found.close()


def test_where_no_scheduler_answers_one_sentence_says_so(
    tiny: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is graded."""
    monkeypatch.setattr(cluster, "_CONNECT_SECONDS", 1)
    address = f"tcp://127.0.0.1:{free_port()}"

    with pytest.raises(GraderFault, match=f"{address}: no Dask scheduler answers there"):
        run_class(tiny, class_of(tmp_path, 1), tmp_path / "out", scheduler=address)


def test_the_course_travels_as_the_same_bytes(tiny: Course) -> None:
    """Of the same files: that is what tells one run's course from another's."""
    assert remote.pack_course(tiny) == remote.pack_course(tiny)
