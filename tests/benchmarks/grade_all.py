"""How long grading takes, as a multiple of `python -c "import torch"`, in interleaved pairs: wall time and CPU time.

    python tests/benchmarks/grade_all.py [PAIRS]

All are whole processes on the same machine in the same minute, so the ratios mean something on any machine; run it when
nothing else is running. CPU time is that of the whole tree of processes, user and system. The table below the ratios
says where it goes when everything is graded.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WRONG = "tests/misconceptions/{exercise}"
ONE, LONG = "ex04_mse", "ex08_training_loop"
IMPORT_TORCH = [sys.executable, "-c", "import torch"]

WHERE_IT_GOES = """
import json, resource, sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

def used(who=resource.RUSAGE_SELF):
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime

parts, before = {}, 0.0
def part(name):
    global before
    parts[name], before = used() - before, used()

import gc
gc.set_threshold(100_000, 50, 50)
from grader.course.file import load_course
from grader.pipe.launcher import Launcher
from grader.submission.finding import read_submission
from grader.pipe.pool import Workers
course = load_course(Path(sys.argv[1]))
work = read_submission(course, course.root / "solutions")
with Launcher() as launcher, Workers(course.limits, launcher) as workers:
    workers.prepare()
    part("judge: Python, the course, the submission")
    from grader.judge.run import grade
    from grader.report.telling import tell
    from grader.report.terminal import make_console, print_report
    part("judge: pytest, Hypothesis and NumPy are imported")
    document = grade(course, work, workers)
    part("judge: tests are collected and run, answers compared")
    with redirect_stdout(StringIO()):
        print_report(tell(document, course, work.sources), make_console())
    part("judge: the report")
    workers.stop()
    called = workers.cpu_seconds()
parts["workers: locked down, the solutions called"] = called
parts["loaded process: torch is imported, workers are forked"] = used(resource.RUSAGE_CHILDREN) - called
print(json.dumps(parts))
"""


@dataclass(frozen=True)
class Spent:
    """Seconds of one command: wall time, and CPU time of it and of all that it started."""

    wall: float
    cpu: float


def environment() -> dict[str, str]:
    """As a learner's: compiled files are kept, for a second run is what counts."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measure(command: list[str]) -> Spent:
    """Run one command to its end, and whatever it left behind."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL)
    wall = cpu = 0.0
    while True:
        try:
            pid, status, usage = os.wait4(-1, 0)
        except ChildProcessError:
            return Spent(wall, cpu)
        cpu += usage.ru_utime + usage.ru_stime
        if pid == process.pid:
            wall = time.perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
            assert process.returncode == 0, f"{command} ended with {process.returncode}"


def inherit_orphans() -> None:
    """Let what outlives its parent become a child of this process, so that its CPU time is counted."""
    if sys.platform == "linux":
        import ctypes

        set_child_subreaper = 36
        ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0)


@contextmanager
def submissions() -> Iterator[dict[str, list[str]]]:
    """The commands to measure, by what they are called."""
    grade = [sys.executable, "-m", "grader"]
    with tempfile.TemporaryDirectory() as folder:
        for exercise in (ONE, LONG):
            wrong = sorted((ROOT / WRONG.format(exercise=exercise)).glob("*.py"))
            shutil.copy(wrong[len(wrong) // 2], Path(folder, f"{exercise}.py"))
        solutions = ["-s", str(ROOT / "solutions")]
        yield {
            "all solutions": [*grade, *solutions],
            f"{ONE}, right": [*grade, ONE, *solutions],
            f"{ONE}, wrong": [*grade, ONE, "-s", folder, "--exit-zero"],
            f"{LONG}, right": [*grade, LONG, *solutions],
            f"{LONG}, wrong": [*grade, LONG, "-s", folder, "--exit-zero"],
        }


def main() -> None:
    """Measure and print."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    inherit_orphans()
    torch: list[Spent] = []
    with submissions() as commands:
        for command in (IMPORT_TORCH, *commands.values()):
            measure(command)  # once unmeasured, so that all files are compiled and cached
        walls: dict[str, list[float]] = {name: [] for name in commands}
        cpus: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(pairs):
            for name, command in commands.items():
                torch.append(measure(IMPORT_TORCH))
                spent = measure(command)
                walls[name].append(spent.wall / torch[-1].wall)
                cpus[name].append(spent.cpu / torch[-1].cpu)
    wall, cpu = (statistics.median(getattr(one, kind) for one in torch) for kind in ("wall", "cpu"))
    print(f"import torch: {wall:.2f} s wall, {cpu:.2f} s CPU; as multiples of it, medians of {pairs} pairs (worst):")
    for name in commands:
        print(
            f"  {name:<26} wall {statistics.median(walls[name]):.2f} ({max(walls[name]):.2f})"
            f"   CPU {statistics.median(cpus[name]):.2f} ({max(cpus[name]):.2f})"
        )
    print("where the CPU time of all solutions goes:")
    command = [sys.executable, "-c", WHERE_IT_GOES, str(ROOT)]
    runs = [
        json.loads(subprocess.run(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, check=True).stdout)
        for _ in range(3)
    ]
    for name in runs[0]:
        seconds = statistics.median(run[name] for run in runs)
        print(f"  {seconds:5.2f} s  {seconds / cpu:5.2f}  {name}")


if __name__ == "__main__":
    main()
