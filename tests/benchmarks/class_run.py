"""What grading a class costs: CPU seconds a submission, beside a fresh pytest and grading it alone; memory; marks.

    python -m tests.benchmarks.class_run [--students 60] [--alone 6] [--all-alone]

A made-up class in which no two modules are the same text, so that no result is used twice. CPU seconds are those of
all processes of a run, those that it leaves to the system included. `--all-alone` grades everybody alone as well and
compares every document. Walls depend on what else the machine does; CPU seconds, and even more their ratios, little.
"""

import ctypes
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from grader.course.file import Course, load_course
from grader.diagnosis import Memory
from grader.judge.run import grade
from grader.pipe.launcher import Launcher
from grader.pipe.pool import Workers
from grader.submission.finding import read_whatever_is_there
from tests.benchmarks.documents import differences
from tests.benchmarks.make_class import ROOT, learners, students_of, write

_PR_SET_CHILD_SUBREAPER = 36


class Measured:
    """A command that ran: its CPU and wall seconds, and the largest memory of all its processes together, in MiB."""

    def __init__(self, command: Sequence[str]) -> None:
        self.memory_mb = 0.0
        before = _cpu_seconds()
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        done = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(process.pid, done))
        watcher.start()
        self.output, _nothing = process.communicate()
        self.wall = time.perf_counter() - started
        done.set()
        watcher.join()
        _reap()
        self.status = process.returncode
        self.cpu = _cpu_seconds() - before

    def _watch(self, pid: int, done: threading.Event) -> None:
        while not done.wait(0.5):
            self.memory_mb = max(self.memory_mb, sum(map(_proportional_mb, _tree(pid))))


def _cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _reap() -> None:
    """Wait for what the command's processes left behind: it is ours now, and so is its time."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.05)
        except ChildProcessError:
            return


def _tree(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        try:
            for task in Path(f"/proc/{one}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return found


def _proportional_mb(pid: int) -> float:
    """What a process takes, with a share of what it shares."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def _points(out: Path) -> dict[str, int]:
    documents = map(json.loads, (out / "results.jsonl").read_text(encoding="utf-8").splitlines())
    return {document["submission"]: document["points"] for document in documents}


def _alone(folder: Path, scratch: Path) -> tuple[Measured, int]:
    if not any(folder.iterdir()):
        return Measured([sys.executable, "-c", ""]), 0
    document = scratch / "alone.json"
    command = [sys.executable, "-m", "grader", "-s", str(folder), "--json", str(document), "--feedback", "brief"]
    measured = Measured([*command, "--isolation", "required"])
    return measured, json.loads(document.read_text(encoding="utf-8"))["points"]


def _different_documents(course: Course, out: Path, students: Sequence[tuple[str, Path]]) -> list[str]:
    """Grade each whole submission in this process, and compare its document, times aside, with the class's."""
    lines = (out / "results.jsonl").read_text(encoding="utf-8").splitlines()
    found = {document["submission"]: document for document in map(json.loads, lines)}
    different = []
    memory = Memory()
    with Launcher() as launcher:
        for student, folder in students:
            with Workers(course.limits, launcher=launcher) as workers:
                work = read_whatever_is_there(course, folder)
                document = grade(course, work, workers, feedback="brief", memory=memory)
            paths = differences(json.loads(msgspec.json.encode(document)), found[student])
            if set(paths) - {".provenance.time"}:
                different.append(f"{student}: {', '.join(sorted(set(paths)))}")
    return different


def _fresh_pytest(folder: Path) -> Measured:
    return Measured([sys.executable, "-m", "pytest", "-q", "tests/public", "tests/hidden", f"--submission={folder}"])


@click.command()
@click.option("--students", default=60, show_default=True)
@click.option("--jobs", default=2, show_default=True)
@click.option("--alone", default=6, show_default=True, help="How many are graded alone and by a fresh pytest.")
@click.option("--all-alone", is_flag=True, help="Grade everybody alone, and compare documents.")
@click.option("--ordinary", is_flag=True, help="Without crashes and hangs.")
def main(students: int, jobs: int, alone: int, all_alone: bool, ordinary: bool) -> None:
    """Measure and print."""
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    course = load_course(ROOT)
    with tempfile.TemporaryDirectory(prefix="class-run-") as name:
        folder = Path(name)
        made = learners(course, students, seed=1, distinct=True, special=not ordinary)
        write(course, folder, made)
        out = folder / "out"
        command = [sys.executable, "-m", "grader", "class", str(folder / "class"), "--out", str(out)]
        command += ["--roster", str(folder / "roster.csv"), "--jobs", str(jobs)]
        run = Measured(command)
        print(run.output.strip())
        print(f"class of {students}, {jobs} judges: {run.cpu:.0f} CPU s, {run.cpu / students:.2f} a submission")
        pace, free = 60 * students / run.wall, 120 * students / run.cpu
        print(f"  wall {run.wall:.0f} s, {pace:.0f} a minute; by CPU seconds {free:.0f} on two idle cores")
        print(f"  memory {run.memory_mb:.0f} MiB; exit status {run.status}")
        again = Measured(command)
        print(f"again, with everything stored: {again.wall:.2f} s wall, {again.cpu:.2f} CPU s")
        points = _points(out)
        chosen = list(students_of(folder))
        step = max(1, len(chosen) // max(1, alone))
        ratios_pytest: list[float] = []
        ratios_alone: list[float] = []
        different: list[str] = []
        for student, own in [one for one in chosen[1::step] if any(one[1].iterdir())][:alone]:
            measured, earned = _alone(own, folder)
            if earned != points[student]:
                different.append(f"{student}: {earned} alone, {points[student]} in the class")
            ratios_alone.append(measured.cpu)
            ratios_pytest.append(_fresh_pytest(own).cpu)
        each = run.cpu / students
        for label, seconds in (("a fresh pytest", ratios_pytest), ("python -m grader -s", ratios_alone)):
            median = statistics.median(seconds)
            print(f"{label}: median {median:.2f} CPU s, {median / each:.1f} times as much ({len(seconds)} submissions)")
        different += _different_documents(course, out, chosen) if all_alone else []
        print("every mark is that of grading alone" if not different else "\n".join(different))


if __name__ == "__main__":
    main()
